package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import io.arioso.sdk.parameter.Parameter;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A menu of the choices of a parameter. */
public final class MenuControl extends ParameterControl {
    private static final double WIDEST = 184;

    private final ComboBox<String> menu = new ComboBox<>();
    private boolean showing;

    /** A menu for a parameter with steps. */
    public MenuControl(EditorParameter parameter) {
        super(parameter, AccessibleRole.COMBO_BOX, false);
        getStyleClass().add("menu-control");
        Parameter description = parameter.description();
        for (int choice = 0; choice < description.stepCount(); choice++) {
            menu.getItems().add(description.format(description.minimum() + choice));
        }
        menu.setFocusTraversable(false);
        menu.setVisibleRowCount(14);
        menu.setMaxWidth(WIDEST);
        menu.getSelectionModel().selectedIndexProperty().addListener((index, was, is) -> {
            if (!showing && is.intValue() >= 0) parameter.set(description.minimum() + is.intValue());
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() != MouseButton.PRIMARY) return;
            if (!event.isControlDown() && !event.isAltDown() && !event.isShortcutDown()) return;
            parameter.reset();
            event.consume();
        });
        getChildren().add(menu);
        follow();
    }

    @Override
    protected void show(double plain) {
        showing = true;
        menu.getSelectionModel().select((int) (plain - parameter().description().minimum()));
        showing = false;
    }

    @Override
    protected void activate() {
        menu.show();
    }

    @Override
    public void dispose() {
        menu.hide();
        super.dispose();
    }
}
