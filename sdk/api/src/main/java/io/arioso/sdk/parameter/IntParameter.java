package io.arioso.sdk.parameter;

/** A parameter on a range of whole numbers. */
public final class IntParameter extends Parameter {

    /** A whole number of any unit. [main-thread] */
    public IntParameter(String id, String name, Unit unit, int minimum, int maximum, int defaultPlain) {
        super(id, name, unit, minimum, maximum, defaultPlain);
    }

    /** Puts it into a group. [main-thread, declaration] */
    public IntParameter group(String newGroup) {
        assignGroup(newGroup);
        return this;
    }

    /** Keeps hosts from changing it while audio runs. [main-thread, declaration] */
    public IntParameter notAutomatable() {
        refuseAutomation();
        return this;
    }

    /** The value now. [any-thread] */
    public int value() {
        return (int) plain();
    }

    @Override
    public int stepCount() {
        return (int) (maximum() - minimum()) + 1;
    }

    @Override
    double snap(double inRange) {
        double rounded = Math.rint(inRange);
        return rounded == 0 ? 0 : rounded;
    }
}
