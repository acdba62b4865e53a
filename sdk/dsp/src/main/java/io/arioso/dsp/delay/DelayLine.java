package io.arioso.dsp.delay;

import java.util.Arrays;

/**
 * The past of one channel, read and written in blocks.
 *
 * <p>Read before you write: a delay counts from the frame that is written next, so that {@code read(d, …)} followed by
 * {@code write} of as many frames delays by exactly {@code d} frames, and a loop can feed back what it has just read.
 * As long as asked for and no longer: a power of two would double the memory of long lines. One instance serves one
 * thread.
 */
public final class DelayLine {
    private final float[] ring;
    private int writeAt;

    /** A line of zeros that holds the last {@code frames} frames, 1 or more. */
    public DelayLine(int frames) {
        if (frames < 1) {
            throw new IllegalArgumentException("delay line: " + frames + " frames is below 1");
        }
        ring = new float[frames];
    }

    /** The longest delay in frames. */
    public int frames() {
        return ring.length;
    }

    /**
     * Copies {@code frames} frames of the past, the first of them {@code delay} frames old. [audio-thread]
     *
     * @param delay  at most {@link #frames}
     * @param frames at most {@code delay}: the future is not written yet
     */
    public void read(int delay, float[] to, int at, int frames) {
        if (delay > ring.length || frames > delay) {
            throw new IllegalArgumentException("delay line of " + ring.length + " frames: " + frames
                    + " frames from " + delay + " frames ago");
        }
        int from = writeAt - delay;
        if (from < 0) {
            from += ring.length;
        }
        int first = Math.min(frames, ring.length - from);
        System.arraycopy(ring, from, to, at, first);
        System.arraycopy(ring, 0, to, at + first, frames - first);
    }

    /** Appends frames; the oldest are forgotten. At most {@link #frames} at once. [audio-thread] */
    public void write(float[] from, int at, int frames) {
        int first = Math.min(frames, ring.length - writeAt);
        System.arraycopy(from, at, ring, writeAt, first);
        System.arraycopy(from, at + first, ring, 0, frames - first);
        writeAt += frames;
        if (writeAt >= ring.length) {
            writeAt -= ring.length;
        }
    }

    /** Fills the past with zeros. [audio-thread] */
    public void reset() {
        Arrays.fill(ring, 0f);
        writeAt = 0;
    }
}
