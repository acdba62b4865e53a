package io.arioso.plugins.compressor;

/**
 * Attack and release of a compressor whose detector listens to its own output.
 *
 * <p>Such a loop, written in decibels with the level {@code x}, the reduction {@code s} and a one-pole of time constant
 * {@code T}, is {@code T s' = (R - 1)(x - s - threshold) - s}, which is
 * {@code T s' = R ((1 - 1/R)(x - threshold) - s)}: a feed-forward compressor of ratio {@code R} that is {@code R} times
 * faster, as long as its output {@code x - s} is above the threshold, and a release of {@code T} when it is below.
 * Solved so, it needs no loop around the detector, is stable at any ratio, and obeys the curve exactly. The attack is
 * set for its label to hold; the release is what the label says once the output is below the threshold, and up to four
 * times faster above.
 */
final class FeedbackRelease {
    private static final double FASTEST = 4;
    private static final double DENORMAL = 1e-30;

    private final double sampleRate;
    private double releaseMs;
    private double ratio = 1;
    private double threshold = Double.POSITIVE_INFINITY;
    private double attack = 1;
    private double release = 1;
    private double fastRelease = 1;
    private int holdFrames;
    private int held;
    private double value;

    FeedbackRelease(double sampleRate) {
        this.sampleRate = sampleRate;
    }

    void setTimes(double attackMs, double holdMs, double newReleaseMs) {
        attack = share(attackMs);
        releaseMs = newReleaseMs;
        release = share(releaseMs);
        fastRelease = share(releaseMs / Math.min(FASTEST, ratio));
        holdFrames = (int) StrictMath.rint(holdMs * sampleRate / 1000);
        held = Math.min(held, holdFrames);
    }

    /** Sets where the output keeps the release fast, and how fast. */
    void setLoop(double thresholdDb, double newRatio) {
        threshold = thresholdDb;
        if (newRatio != ratio) {
            ratio = newRatio;
            fastRelease = share(releaseMs / Math.min(FASTEST, ratio));
        }
    }

    private double share(double ms) {
        return ms > 0 ? -StrictMath.expm1(-1000 / (ms * sampleRate)) : 1;
    }

    void process(double[] goals, double[] levels, int frames) {
        double up = attack;
        double down = release;
        double fastDown = fastRelease;
        double above = threshold;
        int left = held;
        double s = value;
        for (int i = 0; i < frames; i++) {
            double goal = goals[i];
            if (goal >= s) {
                s += (goal - s) * up;
                left = holdFrames;
            } else if (left > 0) {
                left--;
            } else {
                s += (goal - s) * (levels[i] - s > above ? fastDown : down);
            }
            goals[i] = s;
        }
        value = s;
        held = left;
    }

    void flush() {
        value = Math.abs(value) < DENORMAL ? 0 : value;
    }

    double value() {
        return value;
    }

    void copyFrom(FeedbackRelease other) {
        value = other.value;
        held = other.held;
    }

    void reset() {
        value = 0;
        held = 0;
    }
}
