package io.arioso.dsp.filter;

/**
 * The five numbers that define one equaliser band, immutable.
 *
 * @param shape             the curve
 * @param frequencyHz       centre, corner or pivot in Hz, above 0; may lie above half the sample rate
 * @param gainDb            gain in decibels (decibels per octave for {@link FilterShape#FLAT_TILT})
 * @param q                 bandwidth or resonance, above 0; 0.7071 is the Butterworth value of cuts and shelves
 * @param slopeDbPerOctave  6..96 in steps of 6: six times the order of the filter; 12 is the textbook filter
 */
public record BandSettings(FilterShape shape, double frequencyHz, double gainDb, double q, int slopeDbPerOctave) {

    /** The gentlest slope. */
    public static final int MIN_SLOPE = 6;
    /** The steepest slope. */
    public static final int MAX_SLOPE = 96;

    /** Checks every bound. */
    public BandSettings {
        check(shape, frequencyHz, gainDb, q, slopeDbPerOctave);
    }

    /** A band of the textbook slope, 12 dB per octave. */
    public static BandSettings of(FilterShape shape, double frequencyHz, double gainDb, double q) {
        return new BandSettings(shape, frequencyHz, gainDb, q, 12);
    }

    /** Checks the bounds of settings that are not a record, for callers that must not allocate. */
    public static void check(FilterShape shape, double frequencyHz, double gainDb, double q, int slope) {
        if (shape == null) {
            throw new NullPointerException("shape");
        }
        if (!(frequencyHz > 0 && frequencyHz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("band frequency: " + frequencyHz + " Hz is not above 0 and finite");
        }
        if (!(gainDb >= -200 && gainDb <= 200)) {
            throw new IllegalArgumentException("band gain: " + gainDb + " dB is outside -200..200 dB");
        }
        if (!(q > 0 && q < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("band Q: " + q + " is not above 0 and finite");
        }
        if (slope < MIN_SLOPE || slope > MAX_SLOPE || slope % 6 != 0) {
            throw new IllegalArgumentException("band slope: " + slope + " dB/oct is not one of 6, 12, 18 ... 96");
        }
    }
}
