package io.arioso.dsp.dynamics;

/** What a {@link LevelDetector} takes for the level; the names may be saved in documents. */
public enum LevelKind {
    /** The largest sample of the last 5 ms: exact for tones above 100 Hz. */
    PEAK,
    /** Mean of the squares over a sliding window. */
    RMS,
    /** Mean of the squares by a one-pole; the window is its time constant. */
    RMS_SMOOTH,
    /** The envelope by a {@link io.arioso.dsp.filter.HilbertPair}: immediate, and without ripple for a tone. */
    ENVELOPE,
    /** As {@link #PEAK} of the analog waveform between the samples. */
    TRUE_PEAK,
    /** As {@link #RMS_SMOOTH} behind the K weighting of ITU-R BS.1770, which raises 1 kHz by 0.7 dB. */
    K_WEIGHTED;

    /** How long a peak is held. */
    static final double PEAK_HOLD_MS = 5;

    /**
     * A detector of this kind for one channel.
     *
     * @param windowMs averaging time of the kinds that average, above 0
     */
    public LevelDetector detector(double sampleRate, double windowMs) {
        int holdFrames = frames(PEAK_HOLD_MS, sampleRate);
        return switch (this) {
            case PEAK -> new PeakLevel(holdFrames);
            case RMS -> new WindowLevel(frames(windowMs, sampleRate));
            case RMS_SMOOTH -> new SmoothedLevel(sampleRate, windowMs, false);
            case ENVELOPE -> new EnvelopeLevel(sampleRate);
            case TRUE_PEAK -> new PeakLevel(holdFrames, sampleRate);
            case K_WEIGHTED -> new SmoothedLevel(sampleRate, windowMs, true);
        };
    }

    private static int frames(double ms, double sampleRate) {
        if (!(ms > 0)) {
            throw new IllegalArgumentException("detector window: " + ms + " ms is not above 0");
        }
        return Math.max(1, (int) StrictMath.rint(ms * sampleRate / 1000));
    }
}
