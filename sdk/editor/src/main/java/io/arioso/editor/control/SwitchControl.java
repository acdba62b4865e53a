package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A switch for a parameter that is on or off. */
public final class SwitchControl extends ParameterControl {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    /** A switch for a parameter. */
    public SwitchControl(EditorParameter parameter) {
        super(parameter, AccessibleRole.TOGGLE_BUTTON, false);
        getStyleClass().add("switch-control");
        Region thumb = new Region();
        thumb.getStyleClass().add("switch-thumb");
        StackPane track = new StackPane(thumb);
        track.getStyleClass().add("switch-track");
        getChildren().add(track);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() != MouseButton.PRIMARY) return;
            if (event.isControlDown() || event.isAltDown() || event.isShortcutDown()) parameter.reset();
            else activate();
            event.consume();
        });
        follow();
    }

    @Override
    protected void show(double plain) {
        pseudoClassStateChanged(ON, plain != 0);
    }

    @Override
    protected void activate() {
        parameter().set(parameter().on() ? 0 : 1);
    }
}
