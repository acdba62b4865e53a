package io.arioso.runtime;

import io.arioso.sdk.Smoother;
import java.util.function.DoubleUnaryOperator;

/** A straight ramp of fixed length from where it is to each new target; its values do not depend on block borders. */
final class LinearSmoother implements Smoother {
    private final DoubleUnaryOperator mapping;
    private final int length;
    private double start;
    private double target;
    private int step;
    private float current;

    LinearSmoother(double plain, DoubleUnaryOperator mapping, int length) {
        this.mapping = mapping;
        this.length = length;
        jump(plain);
    }

    /** Starts a ramp to a plain value. */
    void aim(double plain) {
        double mapped = mapping.applyAsDouble(plain);
        if (mapped == target) return;
        start = valueAt(step);
        target = mapped;
        step = 0;
        if (length == 0) jump(plain);
    }

    /** Takes a plain value at once. */
    void jump(double plain) {
        target = mapping.applyAsDouble(plain);
        start = target;
        step = length;
        current = (float) target;
    }

    @Override
    public float next() {
        if (step < length) current = (float) valueAt(++step);
        return current;
    }

    @Override
    public void fill(float[] values, int frames) {
        int moving = Math.min(frames, length - step);
        for (int frame = 0; frame < moving; frame++) values[frame] = (float) valueAt(step + 1 + frame);
        if (moving > 0) {
            step += moving;
            current = values[moving - 1];
        }
        for (int frame = Math.max(0, moving); frame < frames; frame++) values[frame] = current;
    }

    @Override
    public void skip(int frames) {
        if (step == length || frames == 0) return;
        step = Math.min(length, step + frames);
        current = (float) valueAt(step);
    }

    @Override
    public float current() {
        return current;
    }

    @Override
    public float target() {
        return (float) target;
    }

    @Override
    public boolean moving() {
        return step < length;
    }

    private double valueAt(int at) {
        return at >= length ? target : start + (target - start) * ((double) at / length);
    }
}
