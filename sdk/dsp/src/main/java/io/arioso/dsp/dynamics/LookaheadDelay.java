package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * A fixed delay of one channel by whole frames, in place and bit-exact.
 *
 * <p>A ring with some slack, moved by block copies. One instance serves one channel and one thread.
 */
public final class LookaheadDelay {
    private static final int SLACK = 512;

    private final float[] ring;
    private final int delayFrames;
    private final float initial;
    private int writeAt;

    /** Delays by {@code delayFrames}, 0 or more; zeros come out first. */
    public LookaheadDelay(int delayFrames) {
        this(delayFrames, 0f);
    }

    /** As {@link #LookaheadDelay(int)}, with {@code initial} instead of the zeros: 1 for a line of gains. */
    public LookaheadDelay(int delayFrames, float initial) {
        if (delayFrames < 0) {
            throw new IllegalArgumentException("delay: " + delayFrames + " frames is below 0");
        }
        this.delayFrames = delayFrames;
        this.initial = initial;
        this.ring = new float[delayFrames + SLACK];
        reset();
    }

    /** Frames by which the output is late. */
    public int delayFrames() {
        return delayFrames;
    }

    /** Replaces {@code audio[from..from + frames)} by what came {@code delayFrames} earlier. [audio-thread] */
    public void process(float[] audio, int from, int frames) {
        for (int done = 0; done < frames; done += SLACK) {
            int count = Math.min(SLACK, frames - done);
            int readAt = writeAt - delayFrames;
            write(audio, from + done, count);
            read(audio, from + done, count, readAt < 0 ? readAt + ring.length : readAt);
        }
    }

    private void write(float[] audio, int from, int count) {
        int first = Math.min(count, ring.length - writeAt);
        System.arraycopy(audio, from, ring, writeAt, first);
        System.arraycopy(audio, from + first, ring, 0, count - first);
        writeAt = first == count ? writeAt + count : count - first;
        if (writeAt == ring.length) {
            writeAt = 0;
        }
    }

    private void read(float[] audio, int from, int count, int readAt) {
        int first = Math.min(count, ring.length - readAt);
        System.arraycopy(ring, readAt, audio, from, first);
        System.arraycopy(ring, 0, audio, from + first, count - first);
    }

    /** Takes over the state of {@code other}, which must delay as long. [audio-thread] */
    public void copyFrom(LookaheadDelay other) {
        System.arraycopy(other.ring, 0, ring, 0, ring.length);
        writeAt = other.writeAt;
    }

    /** Fills the delay with its initial value. [audio-thread] */
    public void reset() {
        Arrays.fill(ring, initial);
        writeAt = 0;
    }
}
