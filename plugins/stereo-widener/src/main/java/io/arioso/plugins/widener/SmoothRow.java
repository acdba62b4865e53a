package io.arioso.plugins.widener;

import io.arioso.sdk.Smoother;
import java.util.Arrays;

/** A smoother's values as rows; one that does not move is filled once. [audio-thread] */
final class SmoothRow {
    private final Smoother smoother;
    private final float[] row;
    private boolean filled;

    SmoothRow(Smoother smoother, int maxFrames) {
        this.smoother = smoother;
        row = new float[maxFrames];
    }

    /** Whether it is at rest at a value; a row of ones need not be multiplied with. */
    boolean restsAt(float value) {
        return !smoother.moving() && smoother.current() == value;
    }

    /** Takes the next frames; their values from index 0 on, good until the next call. */
    float[] next(int frames) {
        if (smoother.moving()) {
            smoother.fill(row, frames);
            filled = false;
        } else if (!filled || row[0] != smoother.current()) {
            smoother.skip(frames);
            Arrays.fill(row, smoother.current());
            filled = true;
        }
        return row;
    }
}
