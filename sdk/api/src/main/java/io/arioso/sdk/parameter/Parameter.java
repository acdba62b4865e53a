package io.arioso.sdk.parameter;

import io.arioso.sdk.state.StateValue;
import java.util.regex.Pattern;

/**
 * One setting of a plug-in: what it is called, what it may be, and what it is now.
 *
 * <p>The value may be read and set from any thread; the processor sees it through {@code ProcessSetup.smooth} and
 * {@code ProcessSetup.live}, at the exact frame at which its host applies it. The configuring methods ({@code group},
 * {@code notAutomatable}) are for the declaration only.
 */
public abstract sealed class Parameter permits FloatParameter, IntParameter, BoolParameter, ChoiceParameter {
    private static final Pattern ID_PATTERN = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final String id;
    private final String name;
    private final Unit unit;
    private final double minimum;
    private final double maximum;
    private double defaultPlain;
    private volatile double plain;
    private volatile ParameterSet owner;
    private String group = "";
    private boolean automatable = true;

    Parameter(String id, String name, Unit unit, double minimum, double maximum, double defaultPlain) {
        if (!ID_PATTERN.matcher(id).matches())
            throw new IllegalArgumentException("parameter id \"" + id + "\" does not match " + ID_PATTERN);
        if (!(minimum < maximum) || Double.isInfinite(minimum) || Double.isInfinite(maximum))
            throw new IllegalArgumentException(
                "parameter \"" + id + "\": range " + minimum + ".." + maximum + " is not finite and rising");
        if (!(defaultPlain >= minimum && defaultPlain <= maximum))
            throw new IllegalArgumentException(
                "parameter \"" + id + "\": default " + defaultPlain + " is outside " + minimum + ".." + maximum);
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.minimum = minimum;
        this.maximum = maximum;
        this.defaultPlain = defaultPlain;
        this.plain = defaultPlain;
    }

    /** Eternal identity within the plug-in: lower-case letters, digits, underscores. [any-thread] */
    public final String id() {
        return id;
    }

    /** Name shown to users. [any-thread] */
    public final String name() {
        return name;
    }

    /** Unit of the plain value. [any-thread] */
    public final Unit unit() {
        return unit;
    }

    /** Name of the group that hosts show it in; empty for none. [any-thread] */
    public final String group() {
        return group;
    }

    /** Whether hosts may change it while audio runs; true unless declared otherwise. [any-thread] */
    public final boolean automatable() {
        return automatable;
    }

    /** Least plain value. [any-thread] */
    public final double minimum() {
        return minimum;
    }

    /** Greatest plain value. [any-thread] */
    public final double maximum() {
        return maximum;
    }

    /** Plain value of a new instance, and where a double click leads. [any-thread] */
    public final double defaultPlain() {
        return defaultPlain;
    }

    /** Plain value now. [any-thread] */
    public final double plain() {
        return plain;
    }

    /** Value now on 0..1. [any-thread] */
    public final double normalized() {
        return toNormalized(plain);
    }

    /**
     * Sets the plain value, snapped to the nearest legal one. [any-thread]
     *
     * @throws IllegalArgumentException naming parameter, value and bound if it is outside the range or NaN
     */
    public final void set(double newPlain) {
        if (!(newPlain >= minimum && newPlain <= maximum)) throw outside(newPlain);
        double snapped = snap(newPlain);
        if (snapped == plain) return;
        plain = snapped;
        if (owner != null) owner.changed();
    }

    /** Sets the value by its place on 0..1, which is clamped; NaN is ignored. [any-thread] */
    public final void setNormalized(double normalized) {
        if (!Double.isNaN(normalized)) set(toPlain(normalized));
    }

    /** The legal plain value at a place on 0..1, which is clamped. [any-thread] */
    public final double toPlain(double normalized) {
        double place = Math.max(0, Math.min(1, normalized));
        return place == 0 ? minimum : place == 1 ? maximum : nearest(skew().toPlain(place, minimum, maximum));
    }

    /** The place on 0..1 of a plain value, which is clamped to the range. [any-thread] */
    public final double toNormalized(double plainValue) {
        double legal = Math.max(minimum, Math.min(maximum, plainValue));
        return legal == minimum ? 0 : legal == maximum ? 1 : skew().toNormalized(legal, minimum, maximum);
    }

    /** The legal plain value nearest to any number; the default for NaN. [any-thread] */
    public final double nearest(double plainValue) {
        if (Double.isNaN(plainValue)) return defaultPlain;
        return snap(Math.max(minimum, Math.min(maximum, plainValue)));
    }

    /** A plain value as the user reads it, with unit: {@code -1.5 dB}. [any-thread] */
    public String format(double plainValue) {
        return ValueText.format(nearest(plainValue), unit);
    }

    /** The value now as the user reads it. [any-thread] */
    public final String text() {
        return format(plain);
    }

    /**
     * Reads what a user typed: decimal comma or point, with or without unit. A value beyond a bound by no more than the
     * six digits of the bound's own text have rounded means the bound. [any-thread]
     *
     * @return the nearest legal plain value
     * @throws IllegalArgumentException naming parameter, value and bound if it is not understood or outside the range
     */
    public double parse(String typed) {
        double value;
        try {
            value = ValueText.parse(typed, unit);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("parameter \"" + id + "\": " + notANumber.getMessage()
                + "; it takes " + format(minimum) + " to " + format(maximum), notANumber);
        }
        if (value > maximum && value <= asRead(maximum)) return snap(maximum);
        if (value < minimum && value >= asRead(minimum)) return snap(minimum);
        if (!(value >= minimum && value <= maximum)) throw outside(value);
        return snap(value);
    }

    private double asRead(double plainValue) {
        return ValueText.parse(ValueText.format(plainValue, unit), unit);
    }

    /** The plain value as it is saved. [any-thread] */
    public StateValue save() {
        return new StateValue.Number(plain);
    }

    /**
     * The plain value of a saved one. [any-thread]
     *
     * @throws IllegalArgumentException if it is of another kind or outside the range
     */
    public double restore(StateValue saved) {
        if (!(saved instanceof StateValue.Number number))
            throw new IllegalArgumentException("parameter \"" + id + "\": " + saved + " is not a number");
        if (!(number.value() >= minimum && number.value() <= maximum)) throw outside(number.value());
        return snap(number.value());
    }

    /** Number of legal values, 0 for a continuous range. [any-thread] */
    public abstract int stepCount();

    /** How the range lies on the way of a knob. [any-thread] */
    public Skew skew() {
        return Skew.LINEAR;
    }

    /** The legal value nearest to one inside the range. */
    abstract double snap(double inRange);

    /** Moves the default to the legal value that it means. */
    final void assignDefault(double legal) {
        defaultPlain = legal;
        plain = legal;
    }

    final void assignGroup(String newGroup) {
        requireUndeclared();
        group = newGroup;
    }

    final void refuseAutomation() {
        requireUndeclared();
        automatable = false;
    }

    final void join(ParameterSet set) {
        requireUndeclared();
        owner = set;
    }

    final void requireUndeclared() {
        if (owner != null) throw new IllegalStateException("parameter \"" + id + "\" is already declared");
    }

    private IllegalArgumentException outside(double value) {
        return new IllegalArgumentException("parameter \"" + id + "\": " + ValueText.format(value, unit)
            + " is outside " + format(minimum) + ".." + format(maximum));
    }

    @Override
    public String toString() {
        return id + "=" + text();
    }
}
