package io.arioso.editor.generic;

import io.arioso.editor.EditorPresets;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.geometry.Side;
import javafx.scene.layout.Region;

/** The preset's name with {@code *} when it was changed, its menu, and one button each way. */
final class PresetBar extends HBox {
    private static final String NO_PRESET = "No preset";

    private final EditorPresets presets;
    private final Button previous = arrow("arrow-left", "Previous preset");
    private final Button next = arrow("arrow-right", "Next preset");
    private final Button name = new Button();
    private final InvalidationListener change = changed -> show();
    private ContextMenu menu;

    PresetBar(EditorPresets presets) {
        this.presets = presets;
        getStyleClass().add("preset-bar");
        name.getStyleClass().add("preset-name");
        name.setMnemonicParsing(false);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAccessibleRole(AccessibleRole.MENU_BUTTON);
        name.setOnAction(pressed -> openMenu());
        HBox.setHgrow(name, Priority.ALWAYS);
        next.getStyleClass().add("next-preset");
        previous.setOnAction(pressed -> presets.step(-1));
        next.setOnAction(pressed -> presets.step(1));
        getChildren().addAll(previous, name, next);
        presets.currentProperty().addListener(change);
        presets.modifiedProperty().addListener(change);
        presets.names().addListener(change);
        show();
    }

    void dispose() {
        presets.currentProperty().removeListener(change);
        presets.modifiedProperty().removeListener(change);
        presets.names().removeListener(change);
        if (menu != null) menu.hide();
    }

    private void show() {
        String current = presets.currentProperty().get();
        String shown = current.isEmpty() ? NO_PRESET : presets.modifiedProperty().get() ? current + " *" : current;
        name.setText(shown);
        name.setAccessibleText("Preset: " + shown);
        boolean none = presets.names().isEmpty();
        name.setDisable(none);
        previous.setDisable(none);
        next.setDisable(none);
    }

    private void openMenu() {
        if (menu != null) menu.hide();
        menu = new ContextMenu();
        for (String preset : presets.names()) menu.getItems().add(item(preset));
        menu.show(name, Side.BOTTOM, 0, 0);
    }

    private MenuItem item(String preset) {
        RadioMenuItem item = new RadioMenuItem(preset);
        item.setMnemonicParsing(false);
        item.setSelected(preset.equals(presets.currentProperty().get()));
        item.setOnAction(chosen -> presets.load(preset));
        return item;
    }

    private static Button arrow(String styleClass, String text) {
        Region arrow = new Region();
        arrow.getStyleClass().add(styleClass);
        Button button = new Button();
        button.setGraphic(arrow);
        button.getStyleClass().add("preset-arrow");
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
