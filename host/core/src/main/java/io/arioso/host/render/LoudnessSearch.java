package io.arioso.host.render;

/**
 * Finds the gain that leads to a loudness. A limiter gives back less than it is fed, so each step follows the slope
 * between the last two measurements (secant method).
 */
final class LoudnessSearch {
    /** How near to the target is near enough, in LU. */
    static final double TOLERANCE_LU = 0.05;
    private static final double LEAST_SLOPE = 0.15;
    private static final double MOST_SLOPE = 1.5;

    private final double targetLufs;
    private double lastGain = Double.NaN;
    private double lastLoudness = Double.NaN;
    private double slope = 1;

    LoudnessSearch(double targetLufs) {
        this.targetLufs = targetLufs;
    }

    /** Whether a measured loudness will do; silence always does. */
    boolean reached(double lufs) {
        return lufs == Double.NEGATIVE_INFINITY || Math.abs(lufs - targetLufs) <= TOLERANCE_LU;
    }

    /** The next gain to try, in decibels, after a gain has led to a loudness. */
    double next(double gainDb, double lufs) {
        if (!Double.isNaN(lastGain) && Math.abs(gainDb - lastGain) > 1e-6)
            slope = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, (lufs - lastLoudness) / (gainDb - lastGain)));
        lastGain = gainDb;
        lastLoudness = lufs;
        return gainDb + (targetLufs - lufs) / slope;
    }
}
