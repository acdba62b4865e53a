package io.arioso.editor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.editor.EditorParameter;
import io.arioso.editor.RecordedEdits;
import io.arioso.editor.Screen;
import io.arioso.editor.TestEffects;
import io.arioso.editor.Theme;
import io.arioso.sdk.parameter.Parameter;
import java.util.List;
import javafx.event.Event;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One test for each gesture, with a mouse and a keyboard on a screen in memory. */
class GesturesTest {
    private final TestEffects.Kinds plugin = new TestEffects.Kinds();
    private final RecordedEdits edits = new RecordedEdits();
    private final EditorParameter gain = parameter("gain");
    private final EditorParameter soft = parameter("soft");
    private final EditorParameter side = parameter("side");
    private final EditorParameter note = parameter("note");
    private Screen screen;
    private KnobControl knob;
    private SwitchControl toggle;
    private SegmentControl segments;
    private MenuControl menu;

    @BeforeEach
    void show() {
        screen = Screen.show(() -> {
            knob = new KnobControl(gain);
            toggle = new SwitchControl(soft);
            segments = new SegmentControl(side);
            menu = new MenuControl(note);
            Scene scene = new Scene(new HBox(40, knob, toggle, segments, menu));
            scene.getRoot().getStyleClass().add("arioso");
            Theme.DARK.applyTo(scene);
            return scene;
        }, 600, 200);
        Screen.run(() -> screen.scene().getRoot().layout());
    }

    @AfterEach
    void everyGestureThatWasBegunWasEnded() {
        Screen.run(() -> List.of(knob, toggle, segments, menu).forEach(ParameterControl::dispose));
        screen.close();
        assertEquals(edits.begun(), edits.ended(), edits.log().toString());
    }

    @Test
    void draggingUpRaisesAndIsOneGesture() {
        screen.drag(knob, ParameterGestures.TRAVEL / 4);
        assertEquals(12, gain.plain(), 0.5);
        assertOneGesture();
    }

    @Test
    void draggingDownLowersToTheBoundAndNoFurther() {
        screen.drag(knob, -150);
        assertEquals(-24, gain.plain());
        assertOneGesture();
    }

    @Test
    void shiftMakesADragTenTimesFiner() {
        screen.hold(KeyCode.SHIFT);
        screen.drag(knob, ParameterGestures.TRAVEL / 4);
        screen.letGo(KeyCode.SHIFT);
        assertEquals(1.2, gain.plain(), 0.05);
    }

    @Test
    void controlMakesADragFinerToo() {
        screen.hold(KeyCode.CONTROL);
        screen.drag(knob, ParameterGestures.TRAVEL / 4);
        screen.letGo(KeyCode.CONTROL);
        assertEquals(1.2, gain.plain(), 0.05);
    }

    @Test
    void thePointerIsHiddenWhileDraggedAndThenWhereItWas() {
        screen.moveTo(knob, 0, 0);
        double before = screen.pointer().getY();
        screen.press(MouseButton.PRIMARY);
        screen.moveTo(knob, 0, -30);
        assertEquals(Cursor.NONE, Screen.call(() -> knob.getCursor()));
        screen.release(MouseButton.PRIMARY);
        assertNull(Screen.call(() -> knob.getCursor()));
        Screen.await("the pointer is back", () -> Math.abs(screen.pointerNow().getY() - before) < 1);
    }

    @Test
    void aSecondDragRightAfterTheFirstIsNoDoubleClick() {
        screen.drag(knob, 30);
        double first = gain.plain();
        screen.drag(knob, 30);
        assertTrue(gain.plain() > first, first + " then " + gain.plain());
    }

    @Test
    void aDoubleClickIsTheDefault() {
        set(gain, 7);
        screen.moveTo(knob, 0, -12);
        for (int click = 0; click < 2; click++) {
            screen.press(MouseButton.PRIMARY);
            screen.release(MouseButton.PRIMARY);
        }
        assertEquals(0, gain.plain());
    }

    @Test
    void controlClickAndAltClickAreTheDefaultOnEveryControl() {
        for (KeyCode modifier : List.of(KeyCode.CONTROL, KeyCode.ALT)) {
            set(gain, 7);
            set(soft, 1);
            set(side, 0);
            set(note, 4);
            screen.hold(modifier);
            screen.moveTo(knob, 0, -12);
            screen.press(MouseButton.PRIMARY);
            screen.release(MouseButton.PRIMARY);
            screen.click(toggle, MouseButton.PRIMARY);
            screen.click(segments.lookupAll(".segment").iterator().next(), MouseButton.PRIMARY);
            screen.click(menu, MouseButton.PRIMARY);
            screen.letGo(modifier);
            for (EditorParameter each : List.of(gain, soft, side, note))
                assertEquals(each.description().defaultPlain(), each.plain(), modifier + " on " + each.id());
        }
    }

    @Test
    void theWheelGoesOneStepAndEndsItsGestureWhenItRests() {
        screen.moveTo(knob, 0, 0);
        screen.moveTo(knob, 1, 1);
        screen.wheel(1);
        screen.wheel(1);
        Screen.await("the wheel rests", () -> !gain.heldProperty().get());
        assertEquals(0.4, gain.plain(), 1e-9);
        assertOneGesture();
    }

    @Test
    void theWheelDoesNothingBeforeThePointerHasMovedOverTheControl() {
        Screen.run(() -> Event.fireEvent(knob, Wheel.up()));
        assertEquals(List.of(), edits.log());
    }

    @Test
    void arrowsGoOneStepAndHoldingAKeyIsOneGesture() {
        focus(knob);
        screen.hold(KeyCode.UP);
        Screen.run(() -> Event.fireEvent(knob, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false,
            false, false)));
        screen.letGo(KeyCode.UP);
        assertEquals(0.4, gain.plain(), 1e-9);
        assertOneGesture();
        screen.type(KeyCode.LEFT);
        assertEquals(0.2, gain.plain(), 1e-9);
    }

    @Test
    void shiftMakesAnArrowFine() {
        focus(knob);
        screen.hold(KeyCode.SHIFT);
        screen.type(KeyCode.DOWN);
        screen.letGo(KeyCode.SHIFT);
        assertEquals(-0.02, gain.plain(), 1e-9);
    }

    @Test
    void pagesGoTenStepsAndHomeAndEndToTheBounds() {
        focus(knob);
        screen.type(KeyCode.PAGE_UP);
        assertEquals(2, gain.plain(), 1e-9);
        screen.type(KeyCode.PAGE_DOWN);
        assertEquals(0, gain.plain(), 1e-9);
        screen.type(KeyCode.HOME);
        assertEquals(-24, gain.plain());
        screen.type(KeyCode.END);
        assertEquals(24, gain.plain());
    }

    @Test
    void deleteIsTheDefaultOnEveryControl() {
        for (ParameterControl control : List.of(knob, toggle, segments, menu)) {
            Parameter description = control.parameter().description();
            set(control.parameter(), description.maximum());
            focus(control);
            screen.type(KeyCode.DELETE);
            assertEquals(description.defaultPlain(), control.parameter().plain(), control.parameter().id());
        }
    }

    @Test
    void enterOpensAFieldThatTakesAValueWithItsUnit() {
        focus(knob);
        screen.type(KeyCode.ENTER);
        typeText("-4,5 dB");
        screen.type(KeyCode.ENTER);
        assertEquals(-4.5, gain.plain());
        assertNull(field());
        assertTrue(Screen.call(() -> knob.isFocused()), "the knob has the focus again");
        assertOneGesture();
    }

    @Test
    void aClickOnTheValueOpensTheField() {
        screen.click(knob.lookup(".value-text"), MouseButton.PRIMARY);
        assertEquals("0 dB", Screen.call(field()::getText));
        screen.type(KeyCode.ESCAPE);
        assertNull(field());
        assertEquals(0, gain.plain());
    }

    @Test
    void whatIsNotUnderstoodStaysOpenAndIsMarked() {
        focus(knob);
        screen.type(KeyCode.ENTER);
        typeText("loud");
        screen.type(KeyCode.ENTER);
        assertTrue(Screen.call(field().getPseudoClassStates()::toString).contains("invalid"));
        assertTrue(Screen.call(field().getTooltip()::getText).contains("-24 dB to 24 dB"));
        screen.type(KeyCode.ESCAPE);
        assertEquals(List.of(), edits.log());
    }

    @Test
    void leavingTheFieldTakesWhatIsUnderstood() {
        focus(knob);
        screen.type(KeyCode.ENTER);
        typeText("3");
        focus(toggle);
        assertEquals(3, gain.plain());
        assertNull(field());
    }

    @Test
    void copyAndPasteCarryTheText() {
        set(gain, -7.5);
        focus(knob);
        withControl(KeyCode.C);
        assertEquals("-7.5 dB", Screen.call(() -> Clipboard.getSystemClipboard().getString()));
        set(gain, 0);
        withControl(KeyCode.V);
        assertEquals(-7.5, gain.plain());
    }

    @Test
    void pastedNonsenseChangesNothing() {
        Screen.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("a song");
            Clipboard.getSystemClipboard().setContent(content);
        });
        focus(knob);
        withControl(KeyCode.V);
        assertEquals(List.of(), edits.log());
    }

    @Test
    void aRightClickOpensAMenuAndMovesNothing() {
        // The screen in memory knows no menu button: the event is what a platform makes of the right button.
        Screen.run(() -> Event.fireEvent(knob, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5,
            false, null)));
        assertTrue(Screen.call(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance)));
        screen.type(KeyCode.ESCAPE);
        assertEquals(List.of(), edits.log());
    }

    @Test
    void aClickSwitches() {
        screen.click(toggle, MouseButton.PRIMARY);
        assertTrue(soft.on());
        assertOneGesture();
        focus(toggle);
        screen.type(KeyCode.SPACE);
        assertFalse(soft.on());
    }

    @Test
    void aClickChoosesASegmentAndArrowsGoToTheNext() {
        screen.click(segments.lookupAll(".segment").iterator().next(), MouseButton.PRIMARY);
        assertEquals(0, side.plain());
        focus(segments);
        screen.type(KeyCode.RIGHT);
        assertEquals(1, side.plain());
    }

    @Test
    void aMenuOpensByKeyAndItsChoiceIsOneGesture() {
        focus(menu);
        screen.type(KeyCode.DOWN);
        assertEquals(0, note.plain());
        screen.type(KeyCode.ENTER);
        assertTrue(Screen.call(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance)));
        screen.type(KeyCode.DOWN);
        screen.type(KeyCode.DOWN);
        screen.type(KeyCode.ENTER);
        assertTrue(note.plain() > 0, note.toString());
        assertEquals(edits.begun(), edits.ended());
    }

    @Test
    void losingTheFocusEndsAGesture() {
        screen.moveTo(knob, 0, 0);
        screen.press(MouseButton.PRIMARY);
        assertTrue(gain.heldProperty().get());
        focus(toggle);
        assertFalse(gain.heldProperty().get());
        screen.release(MouseButton.PRIMARY);
        assertOneGesture();
    }

    @Test
    void aDisposedControlNoLongerFollows() {
        Screen.run(knob::dispose);
        set(gain, 9);
        assertEquals(0.5, Screen.call(() -> ((Knob) knob.lookup(".knob")).positionProperty().get()));
    }

    @Test
    void everyControlHasARoleANameAndAValueText() {
        assertSpoken(knob, AccessibleRole.SLIDER, "Gain: 0 dB");
        assertSpoken(toggle, AccessibleRole.TOGGLE_BUTTON, "Soft: off");
        assertSpoken(segments, AccessibleRole.COMBO_BOX, "Side: BOTH");
        assertSpoken(menu, AccessibleRole.COMBO_BOX, "Note: HALF");
        Screen.run(() -> knob.executeAccessibleAction(AccessibleAction.INCREMENT));
        assertEquals(0.2, gain.plain(), 1e-9);
    }

    @Test
    void everyControlIsLargeEnoughToBeHit() {
        for (ParameterControl control : List.of(knob, toggle, segments, menu)) {
            double height = Screen.call(control::getHeight);
            double width = Screen.call(control::getWidth);
            assertTrue(height >= 24 && width >= 24, control.parameter().id() + " is " + width + " x " + height);
        }
    }

    private EditorParameter parameter(String id) {
        return new EditorParameter(plugin.parameters().get(id), edits);
    }

    private void set(EditorParameter parameter, double plain) {
        Screen.run(() -> parameter.show(plain));
    }

    private void focus(Node node) {
        Screen.run(node::requestFocus);
    }

    private TextField field() {
        return Screen.call(() -> (TextField) knob.lookup(".text-field"));
    }

    private void typeText(String text) {
        Screen.run(() -> ((TextField) knob.lookup(".text-field")).setText(text));
    }

    private void withControl(KeyCode key) {
        screen.hold(KeyCode.CONTROL);
        screen.type(key);
        screen.letGo(KeyCode.CONTROL);
    }

    private void assertOneGesture() {
        assertEquals(1, edits.begun(), edits.log().toString());
        assertEquals(1, edits.ended(), edits.log().toString());
    }

    private static void assertSpoken(ParameterControl control, AccessibleRole role, String text) {
        assertEquals(role, Screen.call(control::getAccessibleRole));
        assertEquals(text, Screen.call(() -> control.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }
}
