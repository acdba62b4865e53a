package io.arioso.editor;

import io.arioso.sdk.parameter.Parameter;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * One parameter as a view sees it: what it may be, what it is now, and the gestures that move it.
 *
 * <p>While the user holds it, values from elsewhere do not move it, so that an echo of an older edit cannot make it
 * jump. [JavaFX application thread]
 */
public final class EditorParameter {
    private final Parameter description;
    private final ParameterEdits edits;
    private final ReadOnlyDoubleWrapper plain;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private int holders;

    /**
     * A parameter that starts at its default.
     *
     * @param description id, name, range, skew and text; its own value is neither read nor set
     * @param edits       where gestures go
     */
    public EditorParameter(Parameter description, ParameterEdits edits) {
        this.description = description;
        this.edits = edits;
        plain = new ReadOnlyDoubleWrapper(description.defaultPlain());
    }

    /** Eternal identity within the plug-in. */
    public String id() {
        return description.id();
    }

    /** Name shown to users. */
    public String name() {
        return description.name();
    }

    /** Range, unit, skew, group, and text both ways; its value is not this parameter's. */
    public Parameter description() {
        return description;
    }

    /** Plain value now. */
    public double plain() {
        return plain.get();
    }

    /** Plain value now. */
    public ReadOnlyDoubleProperty plainProperty() {
        return plain.getReadOnlyProperty();
    }

    /** Value now on 0..1. */
    public double normalized() {
        return description.toNormalized(plain.get());
    }

    /** Value now as the user reads it, with unit. */
    public String text() {
        return description.format(plain.get());
    }

    /** Whether a switch is on. */
    public boolean on() {
        return plain.get() != 0;
    }

    /** Whether the user has hold of it. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Takes hold. Holds may nest; the outermost is the gesture. */
    public void begin() {
        if (holders++ > 0) return;
        held.set(true);
        edits.begin(this);
    }

    /**
     * Moves to the legal value nearest to a plain one, which may lie outside the range.
     *
     * @throws IllegalStateException outside {@link #begin} and {@link #end}
     */
    public void edit(double newPlain) {
        if (holders == 0) throw new IllegalStateException("parameter \"" + id() + "\" is edited but not held");
        double legal = description.nearest(newPlain);
        if (legal == plain.get()) return;
        plain.set(legal);
        edits.edit(this, legal);
    }

    /**
     * Lets go.
     *
     * @throws IllegalStateException if it is not held
     */
    public void end() {
        if (holders == 0) throw new IllegalStateException("parameter \"" + id() + "\" is let go but not held");
        if (--holders > 0) return;
        held.set(false);
        edits.end(this);
    }

    /** Moves to the legal value nearest to a plain one, as one whole gesture; nothing if it is there already. */
    public void set(double newPlain) {
        if (description.nearest(newPlain) == plain.get()) return;
        begin();
        edit(newPlain);
        end();
    }

    /** Moves to the default, as one whole gesture. */
    public void reset() {
        set(description.defaultPlain());
    }

    /**
     * Moves to what a user typed, as one whole gesture.
     *
     * @throws IllegalArgumentException naming parameter, value and bound if it is not understood or outside the range
     */
    public void type(String typed) {
        set(description.parse(typed));
    }

    /** Shows a value that came from elsewhere; for the owner of the context. Ignored while the user has hold of it. */
    public void show(double newPlain) {
        if (holders == 0) plain.set(description.nearest(newPlain));
    }

    @Override
    public String toString() {
        return id() + "=" + text();
    }
}
