package io.arioso.dsp.delay;

/** The stretch of a delay line that some moving reads of one block need, laid out without a seam. */
final class LineWindow {
    private static final int SIZE = 2048;

    final float[] samples = new float[SIZE];

    /**
     * How many of the next frames' reads fit into a window.
     *
     * @param around samples that a read needs beside the one it is in
     */
    static int fit(double[] delays, int from, int frames, int around) {
        int oldest = Integer.MAX_VALUE;
        int newest = Integer.MIN_VALUE;
        for (int i = from; i < from + frames; i++) {
            int place = i - whole(delays[i]);
            oldest = Math.min(oldest, place);
            newest = Math.max(newest, place);
            if (newest - oldest > SIZE - around - 1) {
                return i - from;
            }
        }
        return frames;
    }

    /**
     * Copies what the reads of these frames need; afterwards frame i lies {@code whole(delays[i]) - delays[i]} after
     * the sample {@code i - whole(delays[i]) + } the result.
     *
     * @param before samples that a read needs before the one it is in
     * @param after  and after it
     */
    int fetch(DelayLine line, double[] delays, int from, int frames, int before, int after) {
        int oldest = Integer.MAX_VALUE;
        int newest = Integer.MIN_VALUE;
        for (int i = from; i < from + frames; i++) {
            int place = i - whole(delays[i]);
            oldest = Math.min(oldest, place);
            newest = Math.max(newest, place);
        }
        int first = oldest - before;
        line.read(-first, samples, 0, Math.min(-1, newest + after) - first + 1);
        return -first;
    }

    /** The next whole delay: what it has more is exact in double, so the block it is read in leaves no trace. */
    static int whole(double delay) {
        return (int) Math.ceil(delay);
    }

    /** The cubic through {@code x[base]} and {@code x[base + 1]} whose slopes are those of their neighbours. */
    static double cubic(float[] x, int base, double fraction) {
        double before = x[base - 1];
        double here = x[base];
        double next = x[base + 1];
        double after = x[base + 2];
        double slope = (next - before) / 2;
        double step = next - here;
        double bend = (after - here) / 2 + slope - 2 * step;
        return here + fraction * (slope + fraction * (step - slope - bend + fraction * bend));
    }
}
