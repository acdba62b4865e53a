package io.arioso.dsp.dynamics;

/**
 * A gain that falls at once and recovers with a time constant, by hand or by itself.
 *
 * <p>Plain: {@code r = min(g, r + (g - r) a)}, {@code a = 1 - e^(-1 / (release * rate))}: after a step up, 63.2 % of
 * the way is done after the release time. Automatic: two time constants. A slow gain sinks while limiting lasts and
 * recovers eight times slower; the fast one recovers only up to it. A lone peak is forgotten after the release
 * time, a dense passage is held together without pumping.
 * Everything is per frame in double, so no split into blocks changes a bit. One instance serves one stream and thread.
 */
public final class ReleaseFollower {
    private static final double SLOW_RELEASE = 8;
    private static final double SLOW_ATTACK = 2;

    private final double sampleRate;
    private boolean automatic;
    private double fast;
    private double slowUp;
    private double slowDown;
    private double gain;
    private double slow;

    /** A follower at gain 1 with 100 ms of plain release, for {@code sampleRate} Hz. */
    public ReleaseFollower(double sampleRate) {
        if (!(sampleRate > 0)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is not above 0");
        }
        this.sampleRate = sampleRate;
        setRelease(100, false);
        reset();
    }

    /**
     * Sets the release; takes effect at the next frame. [audio-thread]
     *
     * @param releaseMs time to recover 63.2 %, above 0
     * @param automatic whether the slow gain holds the fast one back
     */
    public void setRelease(double releaseMs, boolean automatic) {
        if (!(releaseMs > 0)) {
            throw new IllegalArgumentException("release: " + releaseMs + " ms is not above 0");
        }
        if (automatic && !this.automatic) {
            slow = gain;
        }
        this.automatic = automatic;
        fast = coefficient(releaseMs);
        slowUp = coefficient(SLOW_RELEASE * releaseMs);
        slowDown = coefficient(SLOW_ATTACK * releaseMs);
    }

    private double coefficient(double ms) {
        return -StrictMath.expm1(-1000 / (ms * sampleRate));
    }

    /** Writes the followed gain of {@code required[i]} to {@code out[i]}; the two may be one array. [audio-thread] */
    public void process(float[] required, float[] out, int frames) {
        if (automatic) {
            processAutomatic(required, out, frames);
        } else {
            processPlain(required, out, frames);
        }
    }

    private void processPlain(float[] required, float[] out, int frames) {
        double take = fast;
        double keep = 1 - take;
        double r = gain;
        for (int i = 0; i < frames; i++) {
            double g = required[i];
            r = keep * r + take * g;
            r = r > g ? g : r;
            out[i] = (float) r;
        }
        gain = r;
    }

    private void processAutomatic(float[] required, float[] out, int frames) {
        double take = fast;
        double keep = 1 - take;
        double up = slowUp;
        double down = slowDown;
        double r = gain;
        double s = slow;
        for (int i = 0; i < frames; i++) {
            double g = required[i];
            s += (g - s) * (g < s ? down : up);
            double goal = g < s ? g : s;
            r = keep * r + take * goal;
            r = r > g ? g : r;
            out[i] = (float) r;
        }
        gain = r;
        slow = s;
    }

    /** The gain as of the last frame. */
    public double gain() {
        return gain;
    }

    /** Lowers the state to that of {@code other} where it is lower. [audio-thread] */
    public void lowerTo(ReleaseFollower other) {
        gain = Math.min(gain, other.gain);
        slow = Math.min(slow, other.slow);
    }

    /** Takes over the state of {@code other}. [audio-thread] */
    public void copyFrom(ReleaseFollower other) {
        gain = other.gain;
        slow = other.slow;
    }

    /** Back to gain 1. [audio-thread] */
    public void reset() {
        gain = 1;
        slow = 1;
    }
}
