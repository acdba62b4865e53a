package io.arioso.sdk;

/**
 * Lengths of notes and bars, for times that follow the song's tempo; the names are saved in documents.
 *
 * <p>A dotted note is half as long again; three triplets fill the time of two straight notes.
 */
public enum NoteLength {
    /** Sixty-fourths and up; a quarter is one beat of a tempo. */
    SIXTY_FOURTH("1/64", 1.0 / 16), SIXTY_FOURTH_DOTTED("1/64D", 1.5 / 16), SIXTY_FOURTH_TRIPLET("1/64T", 1.0 / 24),
    /** Thirty-seconds. */
    THIRTY_SECOND("1/32", 1.0 / 8), THIRTY_SECOND_DOTTED("1/32D", 1.5 / 8), THIRTY_SECOND_TRIPLET("1/32T", 1.0 / 12),
    /** Sixteenths. */
    SIXTEENTH("1/16", 1.0 / 4), SIXTEENTH_DOTTED("1/16D", 1.5 / 4), SIXTEENTH_TRIPLET("1/16T", 1.0 / 6),
    /** Eighths. */
    EIGHTH("1/8", 1.0 / 2), EIGHTH_DOTTED("1/8D", 0.75), EIGHTH_TRIPLET("1/8T", 1.0 / 3),
    /** Quarters. */
    QUARTER("1/4", 1), QUARTER_DOTTED("1/4D", 1.5), QUARTER_TRIPLET("1/4T", 2.0 / 3),
    /** Halves. */
    HALF("1/2", 2), HALF_DOTTED("1/2D", 3), HALF_TRIPLET("1/2T", 4.0 / 3),
    /** One bar, as long as the song's signature makes it. */
    BAR("1 bar", -1),
    /** Two bars. */
    TWO_BARS("2 bars", -2),
    /** Four bars. */
    FOUR_BARS("4 bars", -4);

    private final String label;
    private final double quarters;

    NoteLength(String label, double quartersOrMinusBars) {
        this.label = label;
        this.quarters = quartersOrMinusBars;
    }

    /** Its length in quarter notes where the song is now. [any-thread] */
    public double quarters(Transport transport) {
        return quarters > 0 ? quarters : -quarters * transport.beatsPerBar() * 4 / transport.beatUnit();
    }

    /** Its length in seconds at the song's tempo. [any-thread] */
    public double seconds(Transport transport) {
        return quarters(transport) * 60 / transport.tempoBpm();
    }

    @Override
    public String toString() {
        return label;
    }
}
