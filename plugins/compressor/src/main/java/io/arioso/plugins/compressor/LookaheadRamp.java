package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.SlidingMinimum;
import java.util.Arrays;

/**
 * Turns what is reached into a straight ramp that ends when the sound that asked for it arrives.
 *
 * <p>The largest value of the lookahead, averaged over the lookahead: every average is of values of which each is at
 * least what the frame in the middle asks for, so none is too small. The sum of a window is a stored sum of the segment
 * before and a running one of the segment now; nothing is taken away again, so zeros stay exact zeros.
 */
final class LookaheadRamp {
    private final SlidingMinimum minimum;
    private final float[] turned = new float[Chunk.FRAMES];
    private final double[] segment;
    private final double[] suffix;
    private final double scale;
    private int position;
    private double running;

    /** A ramp over {@code lookaheadFrames}, 1 or more. */
    LookaheadRamp(int lookaheadFrames) {
        minimum = new SlidingMinimum(lookaheadFrames + 1, 0f);
        segment = new double[lookaheadFrames + 1];
        suffix = new double[lookaheadFrames + 2];
        scale = 1.0 / (lookaheadFrames + 1);
    }

    void process(double[] values, int frames) {
        for (int i = 0; i < frames; i++) {
            turned[i] = (float) -values[i];
        }
        minimum.process(turned, turned, frames);
        for (int done = 0; done < frames; ) {
            int end = Math.min(frames, done + segment.length - position);
            average(values, done, end);
            done = end;
            if (position == segment.length) {
                closeSegment();
            }
        }
    }

    private void average(double[] values, int from, int to) {
        double[] now = segment;
        double[] before = suffix;
        double sum = running;
        int at = position;
        for (int i = from; i < to; i++) {
            double value = -turned[i];
            now[at++] = value;
            sum += value;
            values[i] = (sum + before[at]) * scale;
        }
        running = sum;
        position = at;
    }

    private void closeSegment() {
        double sum = 0;
        for (int i = segment.length - 1; i >= 0; i--) {
            sum += segment[i];
            suffix[i] = sum;
        }
        position = 0;
        running = 0;
    }

    /** Takes over the state of another of the same length that has been fed for as long. */
    void copyFrom(LookaheadRamp other) {
        minimum.copyFrom(other.minimum);
        System.arraycopy(other.segment, 0, segment, 0, segment.length);
        System.arraycopy(other.suffix, 0, suffix, 0, suffix.length);
        position = other.position;
        running = other.running;
    }

    void reset() {
        minimum.reset();
        Arrays.fill(suffix, 0);
        position = 0;
        running = 0;
    }
}
