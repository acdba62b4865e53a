package io.arioso.dsp.dynamics;

/**
 * Learns at what interval peaks return, and says how long to hold a gain so that it does not ripple between them.
 *
 * <p>A low tone peaks every half period. Once two intervals in a row agree, the hold outlasts the next one; irregular
 * peaks, and those further apart than half a period of 40 Hz, get the least hold. That keeps bass clean under a
 * release of any speed and leaves the release of everything else as it was set.
 */
final class PeakRhythm {
    private static final double LONGEST_INTERVAL_MS = 1000.0 / 40 / 2;
    private static final double SAME_PEAK_MS = 0.5;
    private static final int NEVER = 1 << 30;

    private final int longestInterval;
    private final int samePeak;
    private int leastHold;
    /** From the previous peak's crest to the latest fall; at the crest of the present peak, the whole interval. */
    private int interval = NEVER;
    private int intervalBefore = NEVER;
    private int hold;

    PeakRhythm(double sampleRate) {
        longestInterval = (int) StrictMath.ceil(LONGEST_INTERVAL_MS * sampleRate / 1000);
        samePeak = (int) StrictMath.rint(SAME_PEAK_MS * sampleRate / 1000);
    }

    /** Sets the hold for peaks without rhythm, in frames. */
    void setLeastHold(int frames) {
        leastHold = frames;
        hold = frames;
    }

    /** Frames to hold the gain after the latest fall. */
    int holdFrames() {
        return hold;
    }

    /**
     * Learns of a fall {@code frames} after the one before; a pause of more than half a millisecond parts two peaks.
     */
    void fallAfter(int frames) {
        if (frames > samePeak) {
            intervalBefore = interval;
            interval = frames;
        } else {
            interval = Math.min(NEVER, interval + frames);
        }
        boolean regular = interval <= longestInterval && Math.abs(interval - intervalBefore) < interval / 4;
        hold = regular ? Math.max(leastHold, interval + interval / 4) : leastHold;
    }

    void copyFrom(PeakRhythm other) {
        leastHold = other.leastHold;
        interval = other.interval;
        intervalBefore = other.intervalBefore;
        hold = other.hold;
    }

    void reset() {
        interval = NEVER;
        intervalBefore = NEVER;
        hold = leastHold;
    }
}
