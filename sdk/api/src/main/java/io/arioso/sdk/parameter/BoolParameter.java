package io.arioso.sdk.parameter;

import io.arioso.sdk.state.StateValue;
import java.util.Locale;

/** A switch: plain 0 is off, 1 is on. */
public final class BoolParameter extends Parameter {

    /** A switch. [main-thread] */
    public BoolParameter(String id, String name, boolean on) {
        super(id, name, Unit.NONE, 0, 1, on ? 1 : 0);
    }

    /** Puts it into a group. [main-thread, declaration] */
    public BoolParameter group(String newGroup) {
        assignGroup(newGroup);
        return this;
    }

    /** Keeps hosts from changing it while audio runs. [main-thread, declaration] */
    public BoolParameter notAutomatable() {
        refuseAutomation();
        return this;
    }

    /** Whether it is on now. [any-thread] */
    public boolean on() {
        return plain() != 0;
    }

    /** Switches it. [any-thread] */
    public void set(boolean on) {
        set(on ? 1.0 : 0.0);
    }

    @Override
    public String format(double plainValue) {
        return nearest(plainValue) != 0 ? "on" : "off";
    }

    @Override
    public double parse(String typed) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> 1;
            case "off", "false", "no", "0" -> 0;
            default -> throw new IllegalArgumentException(
                "parameter \"" + id() + "\": \"" + typed.strip() + "\" is neither on nor off");
        };
    }

    @Override
    public StateValue save() {
        return new StateValue.Flag(on());
    }

    @Override
    public double restore(StateValue saved) {
        if (saved instanceof StateValue.Flag flag) return flag.value() ? 1 : 0;
        throw new IllegalArgumentException("parameter \"" + id() + "\": " + saved + " is neither true nor false");
    }

    @Override
    public int stepCount() {
        return 2;
    }

    @Override
    double snap(double inRange) {
        return inRange >= 0.5 ? 1 : 0;
    }
}
