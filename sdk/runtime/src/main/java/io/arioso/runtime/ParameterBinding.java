package io.arioso.runtime;

import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;

/** One parameter as the audio thread sees it, with the ramps that follow it. */
final class ParameterBinding implements LiveValue {
    private final Parameter parameter;
    private LinearSmoother[] smoothers = {};
    private double plain;
    private boolean changed = true;

    ParameterBinding(Parameter parameter) {
        this.parameter = parameter;
        this.plain = parameter.plain();
    }

    void follow(LinearSmoother smoother) {
        LinearSmoother[] more = java.util.Arrays.copyOf(smoothers, smoothers.length + 1);
        more[smoothers.length] = smoother;
        smoothers = more;
    }

    Parameter parameter() {
        return parameter;
    }

    /** Takes a new plain value; says whether it differs from the old one. */
    boolean take(double newPlain) {
        if (newPlain == plain) return false;
        plain = newPlain;
        changed = true;
        for (LinearSmoother smoother : smoothers) smoother.aim(newPlain);
        return true;
    }

    /** Takes the parameter's value as if newly prepared. */
    void reset() {
        plain = parameter.plain();
        changed = true;
        for (LinearSmoother smoother : smoothers) smoother.jump(plain);
    }

    void settle() {
        changed = false;
    }

    void announce() {
        changed = true;
    }

    @Override
    public double plain() {
        return plain;
    }

    @Override
    public boolean changed() {
        return changed;
    }
}
