package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** A control's right-click menu and hover text, made when they are first wanted. */
final class ParameterMenu {
    private static final Duration HOVER = Duration.millis(700);

    private final ParameterControl control;
    private final EditorParameter parameter;
    private final EventHandler<MouseEvent> entered = event -> installHover();
    private ContextMenu menu;
    private Tooltip hover;

    ParameterMenu(ParameterControl control) {
        this.control = control;
        parameter = control.parameter();
        control.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            show(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, entered);
    }

    void dispose() {
        if (menu != null) menu.hide();
        if (hover != null) Tooltip.uninstall(control, hover);
    }

    /** Puts the value's text on the clipboard. */
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(parameter.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Takes the value from the clipboard; what this parameter cannot be is left where it is. */
    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (isLegal(text)) parameter.type(text);
    }

    private boolean isLegal(String text) {
        if (text == null) return false;
        try {
            parameter.description().parse(text);
            return true;
        } catch (IllegalArgumentException notAValue) {
            return false;
        }
    }

    private void show(double screenX, double screenY) {
        if (menu != null) menu.hide();
        menu = new ContextMenu(
            item("Set to default (" + parameter.description().format(parameter.description().defaultPlain()) + ")",
                parameter::reset, false),
            new SeparatorMenuItem(),
            item("Copy value", this::copy, false),
            item("Paste value", this::paste, !isLegal(Clipboard.getSystemClipboard().getString())));
        if (control instanceof KnobControl knob)
            menu.getItems().addAll(new SeparatorMenuItem(), item("Type a value\u2026", knob::startTyping, false));
        menu.show(control, screenX, screenY);
    }

    private static MenuItem item(String text, Runnable action, boolean disabled) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(chosen -> action.run());
        item.setDisable(disabled);
        item.setMnemonicParsing(false);
        return item;
    }

    private void installHover() {
        if (hover != null) return;
        hover = new Tooltip();
        hover.setShowDelay(HOVER);
        hover.setOnShowing(event -> hover.setText(hoverText()));
        Tooltip.install(control, hover);
    }

    private String hoverText() {
        var description = parameter.description();
        String text = parameter.name() + ": " + parameter.text();
        if (!(control instanceof KnobControl)) return text;
        return text + "\n" + description.format(description.minimum()) + " to "
            + description.format(description.maximum()) + ", default " + description.format(description.defaultPlain());
    }
}
