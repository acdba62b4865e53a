package io.arioso.sdk.parameter;

/** A parameter on a range of real numbers. */
public final class FloatParameter extends Parameter {
    /** Steps by which a declared value may miss the grid: the last bits of 3 x 0.7. */
    private static final double GRID_TOLERANCE = 1e-6;

    private Skew skew = Skew.LINEAR;
    private double step;

    private FloatParameter(String id, String name, Unit unit, double minimum, double maximum, double defaultPlain) {
        super(id, name, unit, minimum, maximum, defaultPlain);
    }

    /** A parameter of any unit, linear. [main-thread] */
    public static FloatParameter of(
            String id, String name, Unit unit, double minimum, double maximum, double defaultPlain) {
        return new FloatParameter(id, name, unit, minimum, maximum, defaultPlain);
    }

    /** A level or gain in decibels, linear. [main-thread] */
    public static FloatParameter decibels(String id, String name, double minimum, double maximum, double defaultDb) {
        return of(id, name, Unit.DECIBELS, minimum, maximum, defaultDb);
    }

    /** A frequency in hertz, logarithmic; the minimum must be above 0. [main-thread] */
    public static FloatParameter hertz(String id, String name, double minimum, double maximum, double defaultHz) {
        return of(id, name, Unit.HERTZ, minimum, maximum, defaultHz).skew(Skew.LOGARITHMIC);
    }

    /** A time in milliseconds, logarithmic if the minimum is above 0, else with more room below. [main-thread] */
    public static FloatParameter milliseconds(String id, String name, double minimum, double maximum,
            double defaultMs) {
        return of(id, name, Unit.MILLISECONDS, minimum, maximum, defaultMs)
            .skew(minimum > 0 ? Skew.LOGARITHMIC : Skew.power(3));
    }

    /** A share in per cent, linear. [main-thread] */
    public static FloatParameter percent(String id, String name, double minimum, double maximum,
            double defaultPercent) {
        return of(id, name, Unit.PERCENT, minimum, maximum, defaultPercent);
    }

    /** Sets how the range lies on the way of a knob. [main-thread, declaration] */
    public FloatParameter skew(Skew newSkew) {
        requireUndeclared();
        if (newSkew == Skew.LOGARITHMIC && minimum() <= 0)
            throw new IllegalArgumentException("parameter \"" + id() + "\": a logarithmic range must be above 0");
        skew = newSkew;
        return this;
    }

    /**
     * Restricts the values to multiples of a step above 0. [main-thread, declaration]
     *
     * @throws IllegalArgumentException if a bound or the default is no such multiple
     */
    public FloatParameter step(double newStep) {
        requireUndeclared();
        if (!(newStep > 0))
            throw new IllegalArgumentException("parameter \"" + id() + "\": step " + newStep + " is not above 0");
        step = newStep;
        requireMultiple("minimum", minimum());
        requireMultiple("maximum", maximum());
        requireMultiple("default", defaultPlain());
        assignDefault(snap(defaultPlain()));
        return this;
    }

    /** Puts it into a group. [main-thread, declaration] */
    public FloatParameter group(String newGroup) {
        assignGroup(newGroup);
        return this;
    }

    /** Keeps hosts from changing it while audio runs. [main-thread, declaration] */
    public FloatParameter notAutomatable() {
        refuseAutomation();
        return this;
    }

    @Override
    public Skew skew() {
        return skew;
    }

    @Override
    public int stepCount() {
        return step == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.rint((maximum() - minimum()) / step) + 1);
    }

    @Override
    double snap(double inRange) {
        double multiple = step == 0 ? inRange : nearestMultiple(inRange);
        return Math.max(minimum(), Math.min(maximum(), multiple == 0 ? 0 : multiple));
    }

    /**
     * Divides by a whole number of steps a unit where there is one: 3 / 10.0 is the double that 0.3 means,
     * 3 * 0.1 is not.
     */
    private double nearestMultiple(double value) {
        double perUnit = Math.rint(1 / step);
        return Math.abs(perUnit - 1 / step) < 1e-9 * perUnit
            ? Math.rint(value * perUnit) / perUnit
            : Math.rint(value / step) * step;
    }

    private void requireMultiple(String what, double value) {
        if (Math.abs(nearestMultiple(value) - value) > GRID_TOLERANCE * step)
            throw new IllegalArgumentException("parameter \"" + id() + "\": " + what + " "
                + ValueText.format(value, unit()) + " is not a multiple of its step " + ValueText.format(step, unit()));
    }
}
