package io.arioso.plugins.compressor;

/** Times the rate at which the clip works; the names are saved in documents, new ones go to the end. */
enum Oversampling {
    X1("1x", 1),
    X2("2x", 2),
    X4("4x", 4),
    X8("8x", 8);

    private final String label;
    private final int factor;

    Oversampling(String label, int factor) {
        this.label = label;
        this.factor = factor;
    }

    /** The same in the words of the engine. */
    int factor() {
        return factor;
    }

    @Override
    public String toString() {
        return label;
    }
}
