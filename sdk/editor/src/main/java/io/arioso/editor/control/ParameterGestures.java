package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/**
 * The one set of gestures of all controls.
 *
 * <ul>
 * <li>Drag up and down; Shift or Ctrl makes it ten times finer. The pointer is hidden and stays where it was.</li>
 * <li>Wheel: one step, a fine one with Shift. Only once the pointer has moved over the control, so that scrolling a
 *     long view changes nothing on its way.</li>
 * <li>Double click, Ctrl, Alt or Command click, Delete: the default.</li>
 * <li>Arrows: one step, Shift fine; Page Up and Page Down: ten; Home and End: the bounds; Enter and Space: type,
 *     switch or open; Ctrl+C and Ctrl+V: copy and paste the value.</li>
 * <li>Right click or menu key: a menu of the same.</li>
 * </ul>
 *
 * <p>Every gesture is one begin and one end: a drag from press to release, the wheel until it has rested, a key until
 * it is released, all of them until the focus goes elsewhere. [JavaFX application thread]
 */
final class ParameterGestures {
    /** Logical pixels of the whole way. */
    static final double TRAVEL = 200;
    private static final double FINE = 0.1;
    private static final double DRAG_THRESHOLD = 2;
    private static final double PIXELS_OF_A_NOTCH = 40;
    private static final int PAGE = 10;
    private static final Duration WHEEL_REST = Duration.millis(400);

    private final ParameterControl control;
    private final EditorParameter parameter;
    private final PauseTransition wheelRest = new PauseTransition(WHEEL_REST);
    private final ParameterMenu menu;
    private final PointerKeeper pointer = new PointerKeeper();
    private final ChangeListener<Boolean> focus = (owner, was, is) -> {
        if (!is) endAll();
    };
    private boolean dragging;
    private boolean moved;
    private boolean wheeling;
    private boolean wheelArmed;
    private boolean keying;
    private double position;
    private double lastY;
    private double notches;

    /** Gives a control its gestures. */
    ParameterGestures(ParameterControl control, boolean drags) {
        this.control = control;
        parameter = control.parameter();
        menu = new ParameterMenu(control);
        wheelRest.setOnFinished(rested -> endWheel());
        control.focusedProperty().addListener(focus);
        control.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressedAnywhere);
        if (drags) {
            control.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
            control.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
            control.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        }
        control.addEventHandler(MouseEvent.MOUSE_MOVED, event -> wheelArmed = true);
        control.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            wheelArmed = false;
            endWheel();
        });
        control.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        control.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        control.addEventHandler(KeyEvent.KEY_RELEASED, event -> endKey());
    }

    /** Ends what is under way. */
    void dispose() {
        control.focusedProperty().removeListener(focus);
        menu.dispose();
        endAll();
    }

    private void pressedAnywhere(MouseEvent event) {
        wheelArmed = true;
        if (event.getButton() != MouseButton.PRIMARY || control.lookup(".text-field") != null) return;
        control.requestFocus();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || dragging) return;
        boolean second = event.getClickCount() == 2 && !moved;
        dragging = true;
        moved = false;
        pointer.remember();
        parameter.begin();
        if (second) parameter.edit(parameter.description().defaultPlain());
        position = parameter.normalized();
        lastY = event.getY();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (!dragging) return;
        double way = lastY - event.getY();
        if (!moved && Math.abs(way) < DRAG_THRESHOLD) return;
        if (!moved) pointer.hide(control);
        moved = true;
        lastY = event.getY();
        boolean fine = isFine(event);
        position = Math.max(0, Math.min(1, position + way / TRAVEL * (fine ? FINE : 1)));
        parameter.edit(ValueSteps.readable(parameter.description(), position, fine));
        event.consume();
    }

    private void released(MouseEvent event) {
        if (!dragging) return;
        if (!moved && (event.isShortcutDown() || event.isControlDown() || event.isAltDown()))
            parameter.edit(parameter.description().defaultPlain());
        endDrag();
        event.consume();
    }

    private static boolean isFine(MouseEvent event) {
        return event.isShiftDown() || event.isControlDown() || event.isShortcutDown();
    }

    private void scrolled(ScrollEvent event) {
        // Shift turns a wheel sideways.
        boolean sideways = event.getDeltaY() == 0;
        double delta = sideways ? event.getDeltaX() : event.getDeltaY();
        double notch = sideways ? event.getMultiplierX() : event.getMultiplierY();
        if (!wheelArmed || event.isInertia() || delta == 0) return;
        event.consume();
        notches += delta / (notch > 0 ? notch : PIXELS_OF_A_NOTCH);
        int whole = (int) notches;
        if (whole == 0) return;
        notches -= whole;
        if (!wheeling) parameter.begin();
        wheeling = true;
        wheelRest.playFromStart();
        step(whole, event.isShiftDown());
    }

    private void keyPressed(KeyEvent event) {
        if (event.getTarget() != control || event.isAltDown() || event.isMetaDown()) return;
        if (event.isControlDown()) {
            clipboard(event);
            return;
        }
        boolean fine = event.isShiftDown();
        switch (event.getCode()) {
            case UP, RIGHT, KP_UP, KP_RIGHT -> key(() -> step(1, fine));
            case DOWN, LEFT, KP_DOWN, KP_LEFT -> key(() -> step(-1, fine));
            case PAGE_UP -> key(() -> step(PAGE, fine));
            case PAGE_DOWN -> key(() -> step(-PAGE, fine));
            case HOME -> key(() -> parameter.edit(parameter.description().minimum()));
            case END -> key(() -> parameter.edit(parameter.description().maximum()));
            case DELETE, BACK_SPACE -> parameter.reset();
            case ENTER, SPACE -> control.activate();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void clipboard(KeyEvent event) {
        if (event.getCode() == KeyCode.C) menu.copy();
        else if (event.getCode() == KeyCode.V) menu.paste();
        else return;
        event.consume();
    }

    private void key(Runnable edit) {
        if (!keying) parameter.begin();
        keying = true;
        edit.run();
    }

    private void step(int steps, boolean fine) {
        parameter.edit(ValueSteps.move(parameter.description(), parameter.plain(), steps, fine));
    }

    private void endAll() {
        endDrag();
        endWheel();
        endKey();
    }

    private void endDrag() {
        if (!dragging) return;
        dragging = false;
        if (control.getCursor() == Cursor.NONE) pointer.showAgain(control);
        parameter.end();
    }

    private void endWheel() {
        wheelRest.stop();
        notches = 0;
        if (!wheeling) return;
        wheeling = false;
        parameter.end();
    }

    private void endKey() {
        if (!keying) return;
        keying = false;
        parameter.end();
    }
}
