package io.arioso.plugins.eq;

import io.arioso.dsp.filter.SideShape;

/** What a dynamic band listens to; the names are saved in documents, new ones go to the end. */
enum SideChoice {
    AUTO("As the band", SideShape.AUTO),
    BAND_PASS("Band pass", SideShape.BAND_PASS),
    LOW_PASS("Low pass", SideShape.LOW_PASS),
    HIGH_PASS("High pass", SideShape.HIGH_PASS),
    ALL("Everything", SideShape.ALL);

    private final String label;
    private final SideShape shape;

    SideChoice(String label, SideShape shape) {
        this.label = label;
        this.shape = shape;
    }

    /** The same in the words of the equaliser. */
    SideShape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return label;
    }
}
