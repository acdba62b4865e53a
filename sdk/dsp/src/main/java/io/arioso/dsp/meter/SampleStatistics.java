package io.arioso.dsp.meter;

/**
 * What the samples of one channel say by themselves: peak, RMS, DC offset, clipping.
 *
 * <p>A sample counts as clipped when its magnitude reaches the clip level: 1.0 for float audio. Audio that was 16 bits
 * wide can reach +1.0 only as 32767 / 32768, so give that when its clipping matters.
 * Samples that are not finite are counted and otherwise left out as silence. Split invariant bit for bit, no
 * allocation, one thread.
 */
public final class SampleStatistics {
    private final float clipLevel;
    private long frames;
    private double sum;
    private double squares;
    private float peak;
    private long clipped;
    private long nonFinite;

    /** Statistics that take full scale, 1.0, for clipped. */
    public SampleStatistics() {
        this(1f);
    }

    /** Statistics with a clip level above 0, linear. */
    public SampleStatistics(float clipLevel) {
        if (!(clipLevel > 0)) {
            throw new IllegalArgumentException("clip level: " + clipLevel + " is not above 0");
        }
        this.clipLevel = clipLevel;
    }

    /** Forgets everything. */
    public void reset() {
        frames = 0;
        sum = 0;
        squares = 0;
        peak = 0;
        clipped = 0;
        nonFinite = 0;
    }

    /** Feeds a block. [audio-thread] */
    public void process(float[] in, int at, int count) {
        double total = sum;
        double power = squares;
        float highest = peak;
        int over = 0;
        int bad = 0;
        for (int i = at; i < at + count; i++) {
            float x = in[i];
            float magnitude = Math.abs(x);
            if (magnitude >= clipLevel || magnitude != magnitude) {
                if (!(magnitude <= Float.MAX_VALUE)) {
                    bad++;
                    continue;
                }
                over++;
            }
            total += x;
            power += (double) x * x;
            highest = magnitude > highest ? magnitude : highest;
        }
        sum = total;
        squares = power;
        peak = highest;
        clipped += over;
        nonFinite += bad;
        frames += count;
    }

    /** Frames fed. */
    public long frames() {
        return frames;
    }

    /** Largest magnitude, linear. */
    public float peak() {
        return peak;
    }

    /** Largest magnitude in dBFS; negative infinity for silence. */
    public double peakDbfs() {
        return Levels.amplitudeDb(peak);
    }

    /** Root mean square, linear; a full-scale sine has 0.7071. 0 before the first frame. */
    public double rms() {
        return frames == 0 ? 0 : Math.sqrt(squares / frames);
    }

    /** Mean, linear. 0 before the first frame. */
    public double dcOffset() {
        return frames == 0 ? 0 : sum / frames;
    }

    /** Samples at or above the clip level. */
    public long clippedSamples() {
        return clipped;
    }

    /** Samples that were NaN or infinite. */
    public long nonFiniteSamples() {
        return nonFinite;
    }
}
