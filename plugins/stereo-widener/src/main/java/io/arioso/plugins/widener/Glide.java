package io.arioso.plugins.widener;

import java.util.Arrays;

/**
 * A straight ramp of fixed length towards a value that is made of several settings, as rows of values. [audio-thread]
 * A function of the frame alone; a row that does not move is filled once.
 */
final class Glide {
    private final int length;
    private final float[] row;
    private float start;
    private float target;
    private float current;
    private int step;
    private boolean filled;

    /** At rest at a value. */
    Glide(int lengthFrames, int maxFrames, double value) {
        length = lengthFrames;
        row = new float[maxFrames];
        jump(value);
    }

    /** Starts a ramp from where it is; goes on if it is already on its way there. */
    void aim(double value) {
        if ((float) value != target) {
            start = current;
            target = (float) value;
            step = 0;
        }
    }

    /** Is there at once. */
    void jump(double value) {
        target = (float) value;
        start = target;
        current = target;
        step = length;
        filled = false;
    }

    boolean moving() {
        return step < length;
    }

    /** Whether it is at rest at a value. */
    boolean restsAt(float value) {
        return step == length && target == value;
    }

    /** Whether both are, and will be, the same. */
    boolean equals(Glide other) {
        return target == other.target && current == other.current && step == other.step;
    }

    /** The values of the next frames, from index 0 on; good until the next call. */
    float[] next(int frames) {
        if (step < length) {
            float move = (target - start) / length;
            for (int i = 0; i < frames; i++) {
                int at = step + 1 + i;
                row[i] = at < length ? start + move * at : target;
            }
            step = Math.min(length, step + frames);
            current = row[frames - 1];
            filled = false;
        } else if (!filled) {
            Arrays.fill(row, target);
            filled = true;
        }
        return row;
    }
}
