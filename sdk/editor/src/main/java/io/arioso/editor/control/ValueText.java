package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * The value below a knob. A click turns it into a field: Enter takes what was typed, Escape leaves it, and what is not
 * understood stays with a hint at what would be.
 */
final class ValueText extends StackPane {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ParameterControl control;
    private final EditorParameter parameter;
    private final Label label = new Label();
    private TextField field;

    ValueText(ParameterControl control) {
        this.control = control;
        parameter = control.parameter();
        getStyleClass().add("value-text");
        label.getStyleClass().add("value-label");
        // Its text changes with every frame of a moving value: unmanaged, it is laid out alone.
        label.setManaged(false);
        getChildren().add(label);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            boolean plainClick = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()
                && !event.isControlDown() && !event.isAltDown() && !event.isShortcutDown();
            if (plainClick && event.getClickCount() == 1) startTyping();
        });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        label.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    void show(String text) {
        if (!text.equals(label.getText())) label.setText(text);
    }

    void startTyping() {
        if (field != null) return;
        field = new TextField(parameter.text());
        field.setAccessibleText(parameter.name());
        // The knob around it must not take these for its own gestures.
        field.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.textProperty().addListener((text, was, is) -> field.pseudoClassStateChanged(INVALID, false));
        field.focusedProperty().addListener((focus, was, is) -> {
            if (!is && field != null) finish(false);
        });
        getChildren().add(field);
        label.setVisible(false);
        field.requestFocus();
        field.selectAll();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) finish(true);
        else if (event.getCode() == KeyCode.ESCAPE) stopTyping();
        event.consume();
    }

    /** Takes what was typed; what is not understood stays open for another try, or is dropped. */
    private void finish(boolean mayTryAgain) {
        try {
            parameter.type(field.getText());
            stopTyping();
        } catch (IllegalArgumentException notUnderstood) {
            if (mayTryAgain) refuse(notUnderstood.getMessage());
            else stopTyping();
        }
    }

    private void refuse(String why) {
        field.pseudoClassStateChanged(INVALID, true);
        field.setTooltip(new Tooltip(why));
        field.setAccessibleHelp(why);
        field.selectAll();
    }

    private void stopTyping() {
        TextField closing = field;
        boolean hadFocus = closing.isFocused();
        field = null;
        getChildren().remove(closing);
        label.setVisible(true);
        if (hadFocus) control.requestFocus();
    }
}
