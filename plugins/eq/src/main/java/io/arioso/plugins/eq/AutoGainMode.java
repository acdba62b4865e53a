package io.arioso.plugins.eq;

/** What the auto gain goes by; the names are saved in documents, new ones go to the end. */
enum AutoGainMode {
    /** What the curve would do to pink noise: stands still while the curve does. */
    CURVE("Curve"),
    /** That, and slowly the difference between the loudness that comes in and the one that goes out. */
    LOUDNESS("Loudness match");

    private final String label;

    AutoGainMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
