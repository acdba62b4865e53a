package io.arioso.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorsTest {
    private static int closed;

    @BeforeEach
    void countAnew() {
        closed = 0;
    }

    @Test
    void anEffectsOwnViewIsOpenedAndClosed() {
        OpenEditor open = open(Own.class.getName());
        assertEquals("own", Screen.call(() -> open.root().getId()));
        assertEquals("", open.fault());
        Screen.run(open::close);
        assertEquals(1, closed);
    }

    @Test
    void anEffectWithoutAViewGetsTheGenericOne() {
        OpenEditor open = open("");
        assertTrue(open.root().getStyleClass().contains("generic-editor"));
        assertEquals("", open.fault());
        Screen.run(open::close);
    }

    @Test
    void aViewThatThrowsIsReplacedAndClosedAndTheReasonIsTold() {
        assertReplaced(Throwing.class.getName(), "no luck today");
        assertEquals(1, closed);
    }

    @Test
    void aViewThatIsMissingOrNoViewIsReplaced() {
        assertReplaced("com.example.Missing", "com.example.Missing");
        assertReplaced(String.class.getName(), "String");
    }

    @Test
    void aViewThatOpensNothingIsReplaced() {
        assertReplaced(Nothing.class.getName(), "opened nothing");
    }

    @Test
    void aViewThatCannotBeClosedHurtsNobody() {
        OpenEditor open = open(Clinging.class.getName());
        Screen.run(open::close);
    }

    @Test
    void theClockRefreshesOnlyWhileTheWindowIsShown() {
        TestEffects.Kinds plugin = new TestEffects.Kinds();
        LocalEditorContext context = Screen.call(() -> new LocalEditorContext(plugin));
        EditorMeter meter = context.findMeter("gain_reduction").orElseThrow();
        EditorScene scene = Screen.call(() -> new EditorScene(Editors.open("", null, context), context));
        try (Screen screen = Screen.show(() -> scene, 640, 400)) {
            plugin.reduction.publish(7);
            Screen.await("the meter is shown", () -> meter.value() == 7);
            assertEquals(scene, screen.scene());
        }
        plugin.reduction.publish(9);
        Screen.run(() -> { });
        Screen.run(() -> assertFalse(meter.value() == 9));
        Screen.run(scene::close);
    }

    private static void assertReplaced(String className, String reason) {
        OpenEditor open = open(className);
        assertTrue(open.root().getStyleClass().contains("generic-editor"));
        assertTrue(open.fault().contains(reason), open.fault());
        Screen.run(open::close);
    }

    private static OpenEditor open(String className) {
        return Screen.call(() -> Editors.open(className, EditorsTest.class.getClassLoader(),
            new LocalEditorContext(new TestEffects.Kinds())));
    }

    /** A view as it should be. */
    public static class Own implements Editor {
        @Override
        public Region open(EditorContext context) {
            StackPane root = new StackPane();
            root.setId("own");
            return root;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** A view that throws. */
    public static final class Throwing extends Own {
        @Override
        public Region open(EditorContext context) {
            throw new IllegalStateException("no luck today");
        }
    }

    /** A view that is none. */
    public static final class Nothing extends Own {
        @Override
        public Region open(EditorContext context) {
            return null;
        }
    }

    /** A view that does not let go. */
    public static final class Clinging extends Own {
        @Override
        public void close() {
            throw new IllegalStateException("never");
        }
    }
}
