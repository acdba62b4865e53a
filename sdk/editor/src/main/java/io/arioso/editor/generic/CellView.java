package io.arioso.editor.generic;

import io.arioso.editor.control.KnobControl;
import io.arioso.editor.control.MenuControl;
import io.arioso.editor.control.ParameterControl;
import io.arioso.editor.control.SegmentControl;
import io.arioso.editor.control.SwitchControl;
import javafx.scene.control.Label;

/**
 * A control with its label.
 *
 * @param label   stands above the control
 * @param control what moves the parameter
 */
record CellView(Label label, ParameterControl control) {

    /** The view of a cell. */
    static CellView of(Cell cell) {
        ParameterControl control = switch (cell.kind()) {
            case KNOB -> new KnobControl(cell.parameter());
            case SWITCH -> new SwitchControl(cell.parameter());
            case SEGMENTS -> new SegmentControl(cell.parameter());
            case MENU -> new MenuControl(cell.parameter());
        };
        Label label = new Label(cell.label());
        label.getStyleClass().add("cell-label");
        label.setWrapText(true);
        label.setMouseTransparent(true);
        return new CellView(label, control);
    }
}
