package io.arioso.dsp.delay;

/**
 * Smoothed noise: a uniform cubic B-spline over random points, so that it never leaves -1..1 and neither jumps, kinks nor
 * bends suddenly. What tape and fingers add to a steady time.
 *
 * <p>A rate of one point a second has almost nothing above 1 Hz. The same seed gives the same bits.
 */
public final class SlowRandom {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    private final double sampleRate;
    private final long seed;
    private long state;
    private double pointsPerFrame;
    private double between;
    private double p0;
    private double p1;
    private double p2;
    private double p3;

    /** Noise at rest; {@link #setRate} makes it move. */
    public SlowRandom(double sampleRate, long seed) {
        this.sampleRate = sampleRate;
        this.seed = seed;
        reset();
    }

    /** Sets the points a second, 0 to the sample rate. [audio-thread] */
    public void setRate(double hertz) {
        if (!(hertz >= 0 && hertz <= sampleRate)) {
            throw new IllegalArgumentException("rate of slow noise: " + hertz + " Hz is outside 0.." + sampleRate);
        }
        pointsPerFrame = hertz / sampleRate;
    }

    /** Writes the next {@code frames} values, -1..1, to the start of {@code values}. [audio-thread] */
    public void fill(double[] values, int frames) {
        for (int i = 0; i < frames; i++) {
            double u = between;
            double c3 = (p3 - p0) / 6 + (p1 - p2) / 2;
            double c2 = (p0 + p2) / 2 - p1;
            double c1 = (p2 - p0) / 2;
            values[i] = (p0 + 4 * p1 + p2) / 6 + u * (c1 + u * (c2 + u * c3));
            between += pointsPerFrame;
            if (between >= 1) {
                between -= 1;
                nextPoint();
            }
        }
    }

    private void nextPoint() {
        p0 = p1;
        p1 = p2;
        p2 = p3;
        p3 = random();
    }

    /** Evenly distributed over -1..1: the upper bits of Knuth's linear congruential generator (MMIX). */
    private double random() {
        state = state * MULTIPLIER + INCREMENT;
        return (state >> 11) * 0x1p-52;
    }

    /** Begins anew with the seed. [audio-thread] */
    public void reset() {
        state = seed * MULTIPLIER + INCREMENT;
        between = 0;
        for (int i = 0; i < 4; i++) {
            nextPoint();
        }
    }
}
