package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import io.arioso.sdk.parameter.Parameter;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;

/** A knob with its value below, for a parameter on a range. */
public final class KnobControl extends ParameterControl {
    /** Border and padding above the knob. */
    private static final double TOP = 3;

    private final Knob knob = new Knob();
    private final ValueText value;

    /** A knob for a parameter. */
    public KnobControl(EditorParameter parameter) {
        super(parameter, AccessibleRole.SLIDER, true);
        value = new ValueText(this);
        VBox column = new VBox(knob, value);
        column.getStyleClass().add("knob-column");
        getStyleClass().add("knob-control");
        getChildren().add(column);
        knob.originProperty().set(origin(parameter.description()));
        follow();
    }

    /** Lets the user type a value. */
    public void startTyping() {
        value.startTyping();
    }

    @Override
    public double axis() {
        return knob.prefHeight(-1) / 2 + TOP;
    }

    @Override
    protected void show(double plain) {
        knob.positionProperty().set(parameter().description().toNormalized(plain));
        value.show(ValueSteps.shown(parameter().description(), plain));
    }

    @Override
    protected void activate() {
        startTyping();
    }

    /** The ring of a range about 0 begins there. */
    private static double origin(Parameter description) {
        return description.minimum() < 0 && description.maximum() > 0
            && description.defaultPlain() == 0 ? description.toNormalized(0) : 0;
    }
}
