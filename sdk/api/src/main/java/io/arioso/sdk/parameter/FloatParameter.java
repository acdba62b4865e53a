package io.arioso.sdk.parameter;

/** A parameter on a range of real numbers. */
public final class FloatParameter extends Parameter {
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
    public static FloatParameter milliseconds(String id, String name, double minimum, double maximum, double defaultMs) {
        return of(id, name, Unit.MILLISECONDS, minimum, maximum, defaultMs)
            .skew(minimum > 0 ? Skew.LOGARITHMIC : Skew.power(3));
    }

    /** A share in per cent, linear. [main-thread] */
    public static FloatParameter percent(String id, String name, double minimum, double maximum, double defaultPercent) {
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

    /** Restricts the values to multiples of a step above 0. [main-thread, declaration] */
    public FloatParameter step(double newStep) {
        requireUndeclared();
        if (!(newStep > 0))
            throw new IllegalArgumentException("parameter \"" + id() + "\": step " + newStep + " is not above 0");
        step = newStep;
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
        if (step == 0) return inRange == 0 ? 0 : inRange;
        double perUnit = 1 / step;
        double rounded = Math.rint(perUnit) == perUnit || Math.abs(Math.rint(perUnit) - perUnit) < 1e-9 * perUnit
            ? Math.rint(inRange * Math.rint(perUnit)) / Math.rint(perUnit)
            : Math.rint(inRange / step) * step;
        return Math.max(minimum(), Math.min(maximum(), rounded == 0 ? 0 : rounded));
    }
}
