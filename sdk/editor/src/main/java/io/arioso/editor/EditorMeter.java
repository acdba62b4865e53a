package io.arioso.editor;

import io.arioso.sdk.parameter.Unit;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** One number that the effect measures, as a view sees it. Changes at most once a frame. [JavaFX application thread] */
public final class EditorMeter {
    private final String id;
    private final String name;
    private final Unit unit;
    private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(Double.NaN);

    /** A meter that has not measured yet. */
    public EditorMeter(String id, String name, Unit unit) {
        this.id = id;
        this.name = name;
        this.unit = unit;
    }

    /** Eternal identity within the plug-in. */
    public String id() {
        return id;
    }

    /** Name shown to users. */
    public String name() {
        return name;
    }

    /** Unit of the value. */
    public Unit unit() {
        return unit;
    }

    /** The last value, NaN before the first. */
    public double value() {
        return value.get();
    }

    /** The last value, NaN before the first. */
    public ReadOnlyDoubleProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Shows a new value; for the owner of the context. */
    public void show(double measured) {
        if (Double.doubleToLongBits(measured) != Double.doubleToLongBits(value.get())) value.set(measured);
    }
}
