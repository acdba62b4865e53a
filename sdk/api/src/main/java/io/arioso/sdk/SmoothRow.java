package io.arioso.sdk;

import java.util.Arrays;

/**
 * A smoother's values as rows, for processors whose outer loop goes over channels; one that rests is filled once.
 * [audio-thread]
 */
public final class SmoothRow {
    private final Smoother smoother;
    private final float[] values;
    private boolean constant;

    /** Rows of at most {@code maxFrames} values. [main-thread] */
    public SmoothRow(Smoother smoother, int maxFrames) {
        this.smoother = smoother;
        values = new float[maxFrames];
    }

    /** Takes the next frames and returns their values, from index 0 on; good until the next call. */
    public float[] next(int frames) {
        if (smoother.moving()) {
            smoother.fill(values, frames);
            constant = false;
            return values;
        }
        smoother.skip(frames);
        if (!constant || values[0] != smoother.current()) {
            Arrays.fill(values, smoother.current());
            constant = true;
        }
        return values;
    }

    /** The values that {@link #next} returned last. */
    public float[] values() {
        return values;
    }

    /** Whether they are all the same. */
    public boolean isConstant() {
        return constant;
    }

    /** Whether they are all this value: a row of ones need not be multiplied with. */
    public boolean is(float value) {
        return constant && values[0] == value;
    }

    /** Whether the next values will all be this one. */
    public boolean restsAt(float value) {
        return !smoother.moving() && smoother.current() == value;
    }
}
