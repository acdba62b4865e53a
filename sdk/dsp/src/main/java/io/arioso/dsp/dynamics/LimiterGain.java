package io.arioso.dsp.dynamics;

/**
 * Turns required gains into a smooth gain that honours each of them, one lookahead later.
 *
 * <p>The minimum over the lookahead, released, then averaged over the lookahead: every averaged value already is at
 * most the gain required in the middle, so their average is too. No overshoot is possible.
 */
final class LimiterGain {
    private final SlidingMinimum minimum;
    private final ReleaseFollower release;
    private final BoxSmoother smoother;

    LimiterGain(double sampleRate, int lookaheadFrames) {
        // A peak between two frames belongs to both: one frame more than the smoother's support.
        minimum = new SlidingMinimum(lookaheadFrames + 2, 1f);
        release = new ReleaseFollower(sampleRate);
        smoother = new BoxSmoother(lookaheadFrames + 1);
    }

    void setRelease(double releaseMs, boolean automatic) {
        release.setRelease(releaseMs, automatic);
    }

    /** Replaces required gains by the gain for the frame {@code lookaheadFrames} earlier. */
    void process(float[] gain, int frames) {
        minimum.process(gain, gain, frames);
        release.process(gain, gain, frames);
        smoother.process(gain, frames);
    }

    /**
     * Frames after which two instances that are fed alike since one {@link #lowerTo} the other are in the same state.
     */
    int memoryFrames() {
        return smoother.supportFrames();
    }

    /** From here on asks for no more gain than {@code other}, which must have seen as many frames. */
    void lowerTo(LimiterGain other) {
        minimum.lowerTo(other.minimum);
        release.lowerTo(other.release);
    }

    void copyFrom(LimiterGain other) {
        minimum.copyFrom(other.minimum);
        release.copyFrom(other.release);
        smoother.copyFrom(other.smoother);
    }

    void reset() {
        minimum.reset();
        release.reset();
        smoother.reset();
    }
}
