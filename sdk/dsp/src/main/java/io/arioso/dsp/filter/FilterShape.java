package io.arioso.dsp.filter;

/**
 * The curve that an equaliser band draws. The analog formulas are those of R. Bristow-Johnson's cookbook and its
 * Butterworth generalisations; {@link AnalogPrototype} documents them.
 */
public enum FilterShape {
    /** A peak or dip of {@code gainDb} at the frequency; half of the decibels at the two edges of f/Q. */
    BELL,
    /** Raises everything below the frequency by {@code gainDb}; half of the decibels at the frequency. */
    LOW_SHELF,
    /** Raises everything above the frequency by {@code gainDb}; half of the decibels at the frequency. */
    HIGH_SHELF,
    /** Removes what is above the frequency; Butterworth when Q is 0.7071. */
    LOW_PASS,
    /** Removes what is below the frequency; Butterworth when Q is 0.7071. */
    HIGH_PASS,
    /** Removes exactly the frequency, 3 dB down at the edges of f/Q. */
    NOTCH,
    /** Keeps the surroundings of the frequency, 0 dB there and 3 dB down at the edges of f/Q. */
    BAND_PASS,
    /** Turns the spectrum about the frequency: {@code -gainDb / 2} far below, {@code +gainDb / 2} far above. */
    TILT_SHELF,
    /** A straight line of {@code gainDb} decibels per octave (within -6..6) through 0 dB at the frequency. */
    FLAT_TILT,
    /** Turns the phase and leaves the magnitude. */
    ALL_PASS,
    /** The same gain at every frequency. */
    FLAT_GAIN,
    /** A wall above the frequency in linear phase; elsewhere a Butterworth low-pass of 96 dB per octave. */
    BRICKWALL_LOW_PASS,
    /** A wall below the frequency in linear phase; elsewhere a Butterworth high-pass of 96 dB per octave. */
    BRICKWALL_HIGH_PASS,
    /** The K-weighting of ITU-R BS.1770, which has no settings: through it a meter of power reads loudness. */
    K_WEIGHTING;

    /** Whether a gain of 0 dB makes the band do nothing at all. */
    public boolean isNeutralAtZeroGain() {
        return switch (this) {
            case BELL, LOW_SHELF, HIGH_SHELF, TILT_SHELF, FLAT_TILT, FLAT_GAIN -> true;
            default -> false;
        };
    }

    /** Whether the gain changes the curve; the same shapes that a gain scale acts on. */
    public boolean usesGain() {
        return isNeutralAtZeroGain();
    }
}
