package io.arioso.dsp.filter;

/** What a dynamic band listens to. */
public enum SideShape {
    /** What the band works on: around a bell, below the corner of a low shelf, above that of a high or tilt shelf. */
    AUTO,
    /** Around a frequency, 3 dB down at the edges of f/Q. */
    BAND_PASS,
    /** Below a frequency. */
    LOW_PASS,
    /** Above a frequency. */
    HIGH_PASS,
    /** Everything. */
    ALL;

    /** What {@link #AUTO} means for a curve. */
    SideShape resolved(FilterShape curve) {
        if (this != AUTO) {
            return this;
        }
        return switch (curve) {
            case BELL -> BAND_PASS;
            case LOW_SHELF -> LOW_PASS;
            case HIGH_SHELF, TILT_SHELF -> HIGH_PASS;
            default -> ALL;
        };
    }
}
