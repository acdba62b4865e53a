package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * Twice the mean square of a channel over the last {@code windowFrames}.
 *
 * <p>The stream is cut into segments of one window. Any window is the end of one and the start of the next, so its
 * sum is a stored sum from the one side and a running one from the other: nothing is ever taken away again, and no
 * error can grow, however long it runs.
 */
final class WindowLevel implements LevelDetector {
    private final double[] squares;
    /** {@code suffix[i]} is the sum of the previous segment from {@code i} on. */
    private final double[] suffix;
    private final double scale;
    private int position;
    private double running;

    WindowLevel(int windowFrames) {
        squares = new double[windowFrames];
        suffix = new double[windowFrames + 1];
        scale = 2.0 / windowFrames;
    }

    @Override
    public void process(float[] in, int from, double[] power, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, squares.length - position);
            int at = position;
            double sum = running;
            for (int i = 0; i < count; i++, at++) {
                double x = in[from + done + i];
                squares[at] = x * x;
                sum += x * x;
                power[done + i] = (sum + suffix[at + 1]) * scale;
            }
            position = at;
            running = sum;
            done += count;
            if (position == squares.length) {
                closeSegment();
            }
        }
    }

    private void closeSegment() {
        double sum = 0;
        for (int i = squares.length - 1; i >= 0; i--) {
            sum += squares[i];
            suffix[i] = sum;
        }
        position = 0;
        running = 0;
    }

    @Override
    public void reset() {
        Arrays.fill(suffix, 0);
        position = 0;
        running = 0;
    }
}
