package io.arioso.dsp.delay;

/**
 * Reads a delay line between its samples through four points (Catmull-Rom): cheap, and a little duller at each pass of
 * a loop, as tape is.
 *
 * <p>-0.5 dB at 10 kHz and -2.5 dB at 15 kHz half-way between two samples at 48 kHz, nothing on a sample. Holds
 * scratch: one instance serves one thread, any number of lines.
 */
public final class HermiteReader {
    /** The shortest delay in frames that is read through four points; below it, through two. */
    public static final int SHORTEST = 3;

    private final LineWindow window = new LineWindow();

    /** How many frames can be read at this delay before anything need be written: 1 or more for delays from 1. */
    public static int framesAhead(double delay) {
        return delay >= SHORTEST ? (int) delay - (SHORTEST - 1) : 1;
    }

    /**
     * Reads a block: frame i at {@code delays[i]}. [audio-thread]
     *
     * @param delays in frames, each 1 or more, such that {@code i < framesAhead(delays[i])}; at most the line's frames
     *               less 2
     */
    public void read(DelayLine line, double[] delays, float[] to, int at, int frames) {
        int done = 0;
        while (done < frames) {
            int count = LineWindow.fit(delays, done, frames - done, 4);
            int origin = window.fetch(line, delays, done, count, 1, 2);
            float[] x = window.samples;
            for (int i = done; i < done + count; i++) {
                int whole = LineWindow.whole(delays[i]);
                int base = i - whole + origin;
                double fraction = whole - delays[i];
                to[at + i] = (float) (delays[i] >= SHORTEST
                        ? LineWindow.cubic(x, base, fraction) : line(x, base, fraction));
            }
            done += count;
        }
    }

    private static double line(float[] x, int base, double fraction) {
        return fraction == 0 ? x[base] : x[base] + fraction * (x[base + 1] - x[base]);
    }
}
