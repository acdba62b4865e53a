package io.arioso.dsp.dynamics;

/**
 * The largest magnitude of the last {@code holdFrames} samples: a peak stays for exactly that long.
 *
 * <p>It is a {@link SlidingMinimum} of negated magnitudes, so it costs the same for any hold and no split into blocks
 * changes a bit. NaN counts as nothing. One instance serves one stream and one thread.
 */
public final class PeakHold {
    private final SlidingMinimum minimum;

    /** Holds a peak for {@code holdFrames} (1 or more), its own frame included; the past starts out silent. */
    public PeakHold(int holdFrames) {
        if (holdFrames < 1) {
            throw new IllegalArgumentException("peak hold: " + holdFrames + " frames is below 1");
        }
        this.minimum = new SlidingMinimum(holdFrames, 0f);
    }

    /** Writes the held peak that ends at {@code in[i]} to {@code out[i]}; the two may be one array. [audio-thread] */
    public void process(float[] in, float[] out, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] = -Math.abs(in[i]);
        }
        minimum.process(out, out, frames);
        for (int i = 0; i < frames; i++) {
            out[i] = Math.abs(out[i]);
        }
    }

    /** Frames a peak is held. */
    public int holdFrames() {
        return minimum.windowFrames();
    }

    /** Forgets every peak. [audio-thread] */
    public void reset() {
        minimum.reset();
    }
}
