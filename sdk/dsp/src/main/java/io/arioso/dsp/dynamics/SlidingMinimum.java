package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * The minimum of the last {@code windowFrames} values, at a cost that does not depend on the window.
 *
 * <p>Source: M. van Herk, "A fast algorithm for local minimum and maximum filters", 1992: the stream is cut into
 * segments of one window; any window is the end of one segment (its suffix minimum) and the start of the next (its
 * running minimum). A minimum is exact, so no split into blocks can change a bit. NaN never becomes the minimum.
 * One instance serves one stream and one thread.
 */
public final class SlidingMinimum {
    private final float[] segment;
    /**
     * {@code suffix[i]} is the minimum of the previous segment from {@code i} on; one entry past the end is neutral.
     */
    private final float[] suffix;
    private final float initial;
    private int position;
    private float running;

    /**
     * A window of {@code windowFrames} (1 or more) that starts out full of {@code initial}.
     *
     * @param windowFrames values the minimum is taken over, the newest included
     * @param initial      what the stream is taken to have been before its first value, such as 1 for a gain
     */
    public SlidingMinimum(int windowFrames, float initial) {
        if (windowFrames < 1) {
            throw new IllegalArgumentException("sliding minimum window: " + windowFrames + " frames is below 1");
        }
        this.segment = new float[windowFrames];
        this.suffix = new float[windowFrames + 1];
        this.initial = initial;
        reset();
    }

    /** Values the minimum is taken over. */
    public int windowFrames() {
        return segment.length;
    }

    /**
     * Writes the minimum of the window that ends at {@code in[i]} to {@code out[i]}; the two may be one array.
     * [audio-thread]
     */
    public void process(float[] in, float[] out, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, segment.length - position);
            processWithinSegment(in, out, done, count);
            done += count;
            if (position == segment.length) {
                closeSegment();
            }
        }
    }

    private void processWithinSegment(float[] in, float[] out, int from, int count) {
        float[] current = segment;
        float[] previous = suffix;
        int at = position;
        float run = running;
        for (int i = from; i < from + count; i++, at++) {
            float value = in[i];
            current[at] = value;
            run = value < run ? value : run;
            float older = previous[at + 1];
            out[i] = run < older ? run : older;
        }
        position = at;
        running = run;
    }

    private void closeSegment() {
        float[] current = segment;
        float run = Float.POSITIVE_INFINITY;
        for (int i = current.length - 1; i >= 0; i--) {
            float value = current[i];
            run = value < run ? value : run;
            suffix[i] = run;
        }
        position = 0;
        running = Float.POSITIVE_INFINITY;
    }

    /**
     * Makes this the minimum of both streams, their pasts included. [audio-thread]
     *
     * @param other one of the same window that has seen as many values since its reset
     */
    public void lowerTo(SlidingMinimum other) {
        for (int i = 0; i < position; i++) {
            segment[i] = Math.min(segment[i], other.segment[i]);
        }
        for (int i = 0; i < suffix.length; i++) {
            suffix[i] = Math.min(suffix[i], other.suffix[i]);
        }
        running = Math.min(running, other.running);
    }

    /** Takes over the state of {@code other}, which must have the same window. [audio-thread] */
    public void copyFrom(SlidingMinimum other) {
        System.arraycopy(other.segment, 0, segment, 0, segment.length);
        System.arraycopy(other.suffix, 0, suffix, 0, suffix.length);
        position = other.position;
        running = other.running;
    }

    /** Fills the window with the initial value again. [audio-thread] */
    public void reset() {
        Arrays.fill(suffix, initial);
        suffix[segment.length] = Float.POSITIVE_INFINITY;
        position = 0;
        running = Float.POSITIVE_INFINITY;
    }
}
