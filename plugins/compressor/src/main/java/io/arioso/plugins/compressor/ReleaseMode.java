package io.arioso.plugins.compressor;

/** Where the release time comes from; the names are saved in documents, new ones go to the end. */
enum ReleaseMode {
    MANUAL("Manual"),
    /** 80 ms after a lone peak, 1.5 s after a dense passage; the release time is not used. */
    AUTO("Auto"),
    /** Attack and release shorten, to a tenth, as the crest factor of the key rises. */
    ADAPTIVE("Adaptive");

    private final String label;

    ReleaseMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
