package io.arioso.plugins.compressor;

/** What is made up for the reduction; the names are saved in documents, new ones go to the end. */
enum MakeupMode {
    /** The makeup gain alone. */
    MANUAL("Manual"),
    /** Half of what a full-scale tone would lose, and the makeup gain. */
    STATIC("From the curve"),
    /** What the loudness lost in the last seconds, and the makeup gain. */
    LOUDNESS("Loudness");

    private final String label;

    MakeupMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
