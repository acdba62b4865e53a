package io.arioso.plugins.compressor;

/** Which channels of the key are heard; the names are saved in documents, new ones go to the end. */
enum KeySource {
    /** Each channel for itself, the link deciding how far the loudest leads. */
    MAX("Each or loudest"),
    LEFT("Left"),
    RIGHT("Right"),
    MID("Mid"),
    SIDE("Side"),
    /** The energy of both. */
    SUM("Sum");

    private final String label;

    KeySource(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
