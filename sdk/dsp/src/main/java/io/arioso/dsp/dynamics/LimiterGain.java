package io.arioso.dsp.dynamics;

/**
 * Turns required gains into a smooth gain that honours each of them, one lookahead later.
 *
 * <p>The minimum over the time in which the gain may fall, released, then averaged over that time: every averaged value
 * already is at most the gain required in the middle, so their average is too. No overshoot is possible. A fall shorter
 * than the lookahead waits for the rest of it.
 */
final class LimiterGain {
    private final SlidingMinimum minimum;
    private final ReleaseFollower release;
    private final BoxSmoother smoother;
    /** The third average of a round fall, or null. */
    private final BoxSmoother rounder;
    /** What a short fall waits, or null. */
    private final LookaheadDelay wait;

    LimiterGain(double sampleRate, int lookaheadFrames, LimiterStyle style, AttackShape shape) {
        int fall = (int) StrictMath.rint(style.attackShare() * lookaheadFrames);
        int support = fall + 1;
        // A peak between two frames belongs to both: one frame more than the smoother's support.
        minimum = new SlidingMinimum(fall + 2, 1f);
        release = new ReleaseFollower(sampleRate, style.release());
        int third = shape == AttackShape.ROUND ? BoxSmoother.thirdOfThree(support) : 1;
        smoother = shape == AttackShape.LINEAR ? BoxSmoother.single(support) : new BoxSmoother(support + 1 - third);
        rounder = third > 1 ? BoxSmoother.single(third) : null;
        wait = fall < lookaheadFrames ? new LookaheadDelay(lookaheadFrames - fall, 1f) : null;
    }

    void setRelease(double releaseMs, boolean automatic) {
        release.setRelease(releaseMs, automatic);
    }

    /** Replaces required gains by the gain for the frame {@code lookaheadFrames} earlier. */
    void process(float[] gain, int frames) {
        follow(gain, frames);
        smooth(gain, frames);
    }

    /** The first half of {@link #process}: the gain that is never above what any frame ahead requires, in steps. */
    void follow(float[] gain, int frames) {
        minimum.process(gain, gain, frames);
        release.process(gain, gain, frames);
    }

    /** The second half: gains may have been lowered in between. */
    void smooth(float[] gain, int frames) {
        smoother.process(gain, frames);
        if (rounder != null) {
            rounder.process(gain, frames);
        }
        if (wait != null) {
            wait.process(gain, 0, frames);
        }
    }

    /**
     * Frames after which two instances that are fed alike since one {@link #lowerTo} the other are in the same state.
     */
    int memoryFrames() {
        return smoother.supportFrames() + (rounder == null ? 0 : rounder.supportFrames())
            + (wait == null ? 0 : wait.delayFrames());
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
        if (rounder != null) {
            rounder.copyFrom(other.rounder);
        }
        if (wait != null) {
            wait.copyFrom(other.wait);
        }
    }

    void reset() {
        minimum.reset();
        release.reset();
        smoother.reset();
        if (rounder != null) {
            rounder.reset();
        }
        if (wait != null) {
            wait.reset();
        }
    }
}
