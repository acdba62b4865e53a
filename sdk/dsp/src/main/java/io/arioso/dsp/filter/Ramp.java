package io.arioso.dsp.filter;

/**
 * The way from 0 to 1 that a moving setting takes: t³ (10 - 15 t + 6 t²), at rest to the second derivative at both
 * ends, so that nothing is heard of its beginning and its end. A function of the frame alone.
 */
final class Ramp {
    private final int length;
    private final double[] values;

    Ramp(int length, int maxFrames) {
        this.length = length;
        values = new double[maxFrames];
    }

    /** Length of the way in frames. */
    int length() {
        return length;
    }

    /** The values from frame {@code done} of the way on, in an array that the next call overwrites. */
    double[] fill(int done, int frames) {
        double scale = 1.0 / length;
        for (int i = 0; i < frames; i++) {
            double t = Math.min(1, (done + i + 1) * scale);
            values[i] = t * t * t * (10 - t * (15 - 6 * t));
        }
        return values;
    }
}
