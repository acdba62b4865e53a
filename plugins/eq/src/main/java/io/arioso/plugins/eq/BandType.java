package io.arioso.plugins.eq;

import io.arioso.dsp.filter.FilterShape;

/** What a band does; the names are saved in documents, new ones go to the end. */
enum BandType {
    BELL("Bell", FilterShape.BELL),
    LOW_SHELF("Low shelf", FilterShape.LOW_SHELF),
    HIGH_SHELF("High shelf", FilterShape.HIGH_SHELF),
    LOW_PASS("Low pass", FilterShape.LOW_PASS),
    HIGH_PASS("High pass", FilterShape.HIGH_PASS),
    NOTCH("Notch", FilterShape.NOTCH),
    BAND_PASS("Band pass", FilterShape.BAND_PASS),
    TILT_SHELF("Tilt shelf", FilterShape.TILT_SHELF),
    FLAT_TILT("Flat tilt", FilterShape.FLAT_TILT),
    ALL_PASS("All pass", FilterShape.ALL_PASS),
    FLAT_GAIN("Gain", FilterShape.FLAT_GAIN),
    BRICKWALL_LOW_PASS("Brickwall low pass", FilterShape.BRICKWALL_LOW_PASS),
    BRICKWALL_HIGH_PASS("Brickwall high pass", FilterShape.BRICKWALL_HIGH_PASS),
    K_WEIGHTING("K-weighting", FilterShape.K_WEIGHTING);

    private final String label;
    private final FilterShape shape;

    BandType(String label, FilterShape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** The curve that it draws. */
    FilterShape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return label;
    }
}
