package io.arioso.dsp.dynamics;

/**
 * A gain that falls at once, holds, and recovers with a time constant that is set or finds itself.
 *
 * <p>After its last fall the gain holds for an eighth of the release, at most half a period of 40 Hz, then
 * {@code r = r + (g - r) a} with the rest of the release as time constant: after a step up, 63.2 % of the way is done
 * after exactly the release time. When falls return in a rhythm ({@link PeakRhythm}) it holds from one to the next, so
 * the gain of a steady tone does not ripple with it, which is the distortion of a plain one-pole release.
 *
 * <p>Automatic: two time constants. A slow gain sinks while limiting lasts and recovers eight times slower; the fast
 * one recovers only up to it. A lone peak is forgotten after the release time, a dense passage is held together
 * without pumping. Styles other than the transparent one use both gains always ({@link ReleaseCharacter}). Everything
 * is per frame in double, so no split into blocks changes a bit. One instance serves one stream and thread.
 */
public final class ReleaseFollower {
    private static final double HOLD_SHARE = 1.0 / 8;
    private static final double MAX_HOLD_MS = 1000.0 / 40 / 2;
    /** A fall to within 0.5 dB of the gain counts as the same peak's return. */
    private static final double NEAR = 1.06;
    /** Slower falls than this are the rounding of a crest; even 40 Hz at 192 kHz falls faster towards a peak. */
    private static final double FALLING = 1 - 1e-5;

    private static final int LONG_AGO = 1 << 30;

    private final double sampleRate;
    private final ReleaseCharacter character;
    private final PeakRhythm rhythm;
    private double releaseMs;
    private boolean automatic;
    private double fast;
    private double slowUp;
    private double slowDown;
    private double gain;
    private double slow;
    private double last;
    private int held;
    private int sinceFall;

    /** A follower at gain 1 with 100 ms of plain release, for {@code sampleRate} Hz. */
    public ReleaseFollower(double sampleRate) {
        this(sampleRate, LimiterStyle.TRANSPARENT.release());
    }

    /** A follower whose recovery has another character. */
    ReleaseFollower(double sampleRate, ReleaseCharacter character) {
        if (!(sampleRate > 0)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is not above 0");
        }
        this.sampleRate = sampleRate;
        this.character = character;
        this.rhythm = new PeakRhythm(sampleRate);
        setRelease(100, false);
        reset();
    }

    /**
     * Sets the release; takes effect at the next frame. [audio-thread]
     *
     * @param releaseMs time to recover 63.2 %, hold included, above 0
     * @param automatic whether the slow gain holds the fast one back
     */
    public void setRelease(double releaseMs, boolean automatic) {
        if (!(releaseMs > 0)) {
            throw new IllegalArgumentException("release: " + releaseMs + " ms is not above 0");
        }
        if (releaseMs == this.releaseMs && automatic == this.automatic) {
            return;
        }
        boolean slowed = character.hasSlow(automatic);
        if (slowed && !character.hasSlow(this.automatic)) {
            slow = gain;
        }
        double holdMs = character.fast() * Math.min(MAX_HOLD_MS, HOLD_SHARE * releaseMs);
        if (releaseMs != this.releaseMs) {
            rhythm.setLeastHold((int) StrictMath.rint(holdMs * sampleRate / 1000));
        }
        this.releaseMs = releaseMs;
        this.automatic = automatic;
        fast = coefficient(character.fast() * releaseMs - holdMs);
        slowUp = slowed ? coefficient((automatic ? character.autoRelease() : character.slowRelease()) * releaseMs) : 1;
        slowDown = slowed ? coefficient((automatic ? character.autoAttack() : character.slowAttack()) * releaseMs) : 1;
    }

    private double coefficient(double ms) {
        return -StrictMath.expm1(-1000 / (ms * sampleRate));
    }

    /** Writes the followed gain of {@code required[i]} to {@code out[i]}; the two may be one array. [audio-thread] */
    public void process(float[] required, float[] out, int frames) {
        double take = fast;
        double up = slowUp;
        double down = slowDown;
        double r = gain;
        double s = slow;
        double before = last;
        int left = held;
        int lastFall = -sinceFall;
        for (int i = 0; i < frames; i++) {
            double g = required[i];
            s += (g - s) * (g < s ? down : up);
            if (g < before * FALLING && g <= r * NEAR) {
                rhythm.fallAfter(i - lastFall);
                lastFall = i;
                left = rhythm.holdFrames();
            } else if (g <= r) {
                left = rhythm.holdFrames();
            } else if (left > 0) {
                left--;
            } else {
                double goal = g < s ? g : s;
                r += goal > r ? (goal - r) * take : 0;
            }
            r = g < r ? g : r;
            before = g;
            out[i] = (float) r;
        }
        gain = r;
        slow = s;
        last = before;
        held = left;
        sinceFall = Math.min(frames - lastFall, LONG_AGO);
    }

    /** Lowers the state to that of {@code other} where it is lower, and shares its rhythm. [audio-thread] */
    public void lowerTo(ReleaseFollower other) {
        gain = Math.min(gain, other.gain);
        slow = Math.min(slow, other.slow);
        last = Math.min(last, other.last);
        held = Math.max(held, other.held);
        sinceFall = Math.min(sinceFall, other.sinceFall);
        rhythm.copyFrom(other.rhythm);
    }

    /** Takes over the state of {@code other}. [audio-thread] */
    public void copyFrom(ReleaseFollower other) {
        gain = other.gain;
        slow = other.slow;
        last = other.last;
        held = other.held;
        sinceFall = other.sinceFall;
        rhythm.copyFrom(other.rhythm);
    }

    /** Back to gain 1. [audio-thread] */
    public void reset() {
        gain = 1;
        slow = 1;
        last = 1;
        held = 0;
        sinceFall = LONG_AGO;
        rhythm.reset();
    }
}
