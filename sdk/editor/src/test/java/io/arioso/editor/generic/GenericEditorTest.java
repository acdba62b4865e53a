package io.arioso.editor.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.editor.EditorScene;
import io.arioso.editor.Editors;
import io.arioso.editor.LocalEditorContext;
import io.arioso.editor.OpenEditor;
import io.arioso.editor.Screen;
import io.arioso.editor.TestEffects;
import io.arioso.editor.Theme;
import io.arioso.editor.control.ParameterControl;
import io.arioso.sdk.AudioPlugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The view as it is seen; the pictures stay in {@code target/pictures}. */
class GenericEditorTest {
    private static final double TOLERANCE = 0.75;

    private LocalEditorContext context;
    private OpenEditor editor;
    private EditorScene scene;
    private Screen screen;

    @AfterEach
    void close() {
        if (screen != null) screen.close();
        if (editor != null) Screen.run(editor::close);
    }

    @ParameterizedTest
    @CsvSource({"480, 1, DARK", "480, 2, DARK", "760, 1, LIGHT", "760, 2, DARK", "1280, 1, HIGH_CONTRAST",
        "1280, 2, LIGHT"})
    void nothingIsCutOffAndNothingOverlaps(int width, int scale, Theme theme) {
        open(new TestEffects.Bands(), width * scale, 700 * scale);
        Screen.run(() -> {
            scene.setScale(scale);
            scene.setTheme(theme);
            context.showFault("Eight Bands failed: 312 blocks, first at 00:14.2; the dry signal is heard.");
            context.parameter("band2_on").set(1);
            context.refresh();
        });
        screen.picture(Path.of("target/pictures/bands-" + width + "-" + scale + "x-" + theme + ".png"), 1);
        List<String> faults = Screen.call(() -> faults(scene.getRoot()));
        assertEquals(List.of(), faults);
    }

    @Test
    void everyKindOfControlIsShown() {
        open(new TestEffects.Kinds(), 640, 360);
        screen.picture(Path.of("target/pictures/kinds.png"), 2);
        assertEquals(List.of("gain", "freq", "steps", "soft", "side", "note", "mix", "bypass"),
            Screen.call(() -> controls().stream().map(control -> control.parameter().id()).sorted((one, other) ->
                Integer.compare(order(one), order(other))).toList()));
        assertEquals(List.of(), Screen.call(() -> faults(scene.getRoot())));
    }

    @Test
    void aNumberOfASeriesShowsItsControlsAndLightsWhenSwitchedOn() {
        open(new TestEffects.Bands(), 960, 700);
        ToggleButton third = Screen.call(() -> (ToggleButton) scene.getRoot().lookupAll(".series-number").stream()
            .filter(chip -> ((ToggleButton) chip).getText().equals("3")).findFirst().orElseThrow());
        screen.click(third, MouseButton.PRIMARY);
        assertTrue(Screen.call(() -> ids().contains("band3_freq")));
        assertFalse(Screen.call(() -> ids().contains("band1_freq")));
        Screen.run(() -> context.parameter("band3_on").set(1));
        assertTrue(Screen.call(() -> third.getPseudoClassStates().toString()).contains("on"));
    }

    @Test
    void presetsAreSteppedNamedAndMarkedWhenChanged() {
        TestEffects.Kinds plugin = new TestEffects.Kinds();
        open(plugin, 640, 360);
        Screen.run(() -> context.offerPresets(new LinkedHashMap<>(Map.of("Loud",
            plugin.save().toBuilder().value("gain", 12).build()))));
        screen.click(Screen.call(() -> scene.getRoot().lookup(".next-preset")), MouseButton.PRIMARY);
        assertEquals("Loud", Screen.call(() -> presetName().getText()));
        assertEquals(12, plugin.gain.plain());
        Screen.run(() -> {
            context.parameter("gain").set(3);
            context.refresh();
        });
        assertEquals("Loud *", Screen.call(() -> presetName().getText()));
    }

    @Test
    void withoutPresetsTheirButtonsRest() {
        open(new TestEffects.Kinds(), 640, 360);
        assertTrue(Screen.call(() -> presetName().isDisabled()));
    }

    @Test
    void aFaultIsShownWhileItLasts() {
        open(new TestEffects.Kinds(), 640, 360);
        Node line = Screen.call(() -> scene.getRoot().lookup(".fault-line"));
        assertFalse(Screen.call(line::isVisible));
        Screen.run(() -> context.showFault("Kinds failed once"));
        assertTrue(Screen.call(line::isVisible));
        Screen.run(() -> context.showFault(""));
        assertFalse(Screen.call(line::isVisible));
    }

    @Test
    void everythingThatTakesTheFocusSaysWhatItIs() {
        open(new TestEffects.Bands(), 960, 700);
        List<String> silent = Screen.call(() -> nodes(scene.getRoot()).stream()
            .filter(Node::isFocusTraversable)
            .filter(node -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT) == null
                || node.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString().isBlank())
            .map(Node::toString).toList());
        assertEquals(List.of(), silent);
    }

    @Test
    void aClosedViewLetsGoOfItsParameters() {
        open(new TestEffects.Kinds(), 640, 360);
        ParameterControl gain = Screen.call(() -> controls().stream()
            .filter(control -> control.parameter().id().equals("gain")).findFirst().orElseThrow());
        Screen.run(() -> {
            gain.parameter().begin();
            gain.parameter().end();
            editor.close();
            context.parameter("gain").set(12);
        });
        assertEquals("0 dB", Screen.call(() -> ((Labeled) gain.lookup(".value-label")).getText()));
    }

    private void open(AudioPlugin plugin, double width, double height) {
        screen = Screen.show(() -> {
            context = new LocalEditorContext(plugin);
            editor = Editors.open("", getClass().getClassLoader(), context);
            scene = new EditorScene();
            scene.show(editor.root(), editor.leastSize());
            return scene;
        }, width, height);
        Screen.run(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private Button presetName() {
        return (Button) scene.getRoot().lookup(".preset-name");
    }

    private int order(String id) {
        int place = List.of("gain", "freq", "steps", "soft", "side", "note", "mix").indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private List<ParameterControl> controls() {
        return nodes(scene.getRoot()).stream().filter(ParameterControl.class::isInstance)
            .map(ParameterControl.class::cast).toList();
    }

    private List<String> ids() {
        return controls().stream().map(control -> control.parameter().id()).collect(Collectors.toList());
    }

    private static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            all.add(child);
            if (child instanceof Parent parent) all.addAll(nodes(parent));
        }
        return all;
    }

    /** Texts that are cut short, parts that stick out of their section, and controls that lie on each other. */
    private static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        for (Node node : nodes(root)) {
            if (!isSeen(node)) continue;
            if (node instanceof Labeled labeled) cutOff(labeled, faults);
            if (node instanceof SectionView || node instanceof MeterRow || node instanceof Header) {
                sticksOut((Parent) node, faults);
                overlaps((Parent) node, faults);
            }
        }
        return faults;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    private static void cutOff(Labeled labeled, List<String> faults) {
        if (labeled.getText() == null || labeled.getText().isEmpty()) return;
        if (labeled.lookup(".text") instanceof Text shown
            && !shown.getText().replace('\n', ' ').equals(labeled.getText().replace('\n', ' ')))
            faults.add("\"" + labeled.getText() + "\" is shown as \"" + shown.getText() + "\"");
    }

    private static void sticksOut(Parent parent, List<String> faults) {
        Bounds outer = parent.getLayoutBounds();
        for (Node child : parent.getChildrenUnmodifiable()) {
            Bounds inner = child.getBoundsInParent();
            boolean inside = inner.getMinX() >= outer.getMinX() - TOLERANCE
                && inner.getMinY() >= outer.getMinY() - TOLERANCE && inner.getMaxX() <= outer.getMaxX() + TOLERANCE
                && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
            if (child.isVisible() && !inside) faults.add(child + " sticks out of " + parent);
        }
    }

    private static void overlaps(Parent parent, List<String> faults) {
        List<Node> children = parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
        for (int one = 0; one < children.size(); one++) {
            for (int other = one + 1; other < children.size(); other++) {
                Bounds first = children.get(one).getBoundsInParent();
                Bounds second = children.get(other).getBoundsInParent();
                double width = shared(first.getMinX(), first.getMaxX(), second.getMinX(), second.getMaxX());
                double height = shared(first.getMinY(), first.getMaxY(), second.getMinY(), second.getMaxY());
                if (width > TOLERANCE && height > TOLERANCE)
                    faults.add(children.get(one) + " lies on " + children.get(other));
            }
        }
    }

    private static double shared(double from, double to, double otherFrom, double otherTo) {
        return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }
}
