package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** All choices of a parameter beside each other, the chosen one lit. */
public final class SegmentControl extends ParameterControl {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<Label> segments = new ArrayList<>();

    /** Segments for a parameter with few steps. */
    public SegmentControl(EditorParameter parameter) {
        super(parameter, AccessibleRole.COMBO_BOX, false);
        getStyleClass().add("segment-control");
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        Parameter description = parameter.description();
        for (int choice = 0; choice < description.stepCount(); choice++) {
            Label segment = new Label(description.format(choice));
            segment.getStyleClass().add("segment");
            segment.setMinWidth(USE_PREF_SIZE);
            int chosen = choice;
            segment.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(event, chosen));
            segments.add(segment);
        }
        row.getChildren().addAll(segments);
        row.setMaxWidth(USE_PREF_SIZE);
        row.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(row);
        follow();
    }

    private void clicked(MouseEvent event, int choice) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        if (event.isControlDown() || event.isAltDown() || event.isShortcutDown()) parameter().reset();
        else parameter().set(choice);
        event.consume();
    }

    @Override
    protected void show(double plain) {
        for (int choice = 0; choice < segments.size(); choice++) {
            segments.get(choice).pseudoClassStateChanged(CHOSEN, choice == (int) plain);
        }
    }

    @Override
    protected void activate() {
        parameter().set((parameter().plain() + 1) % segments.size());
    }
}
