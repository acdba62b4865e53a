package io.arioso.plugins.compressor;

/** What the two gains act on; the names are saved in documents, new ones go to the end. */
enum StereoMode {
    LEFT_RIGHT("Left/right"),
    MID_SIDE("Mid/side");

    private final String label;

    StereoMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
