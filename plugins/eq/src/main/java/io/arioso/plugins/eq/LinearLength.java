package io.arioso.plugins.eq;

/** Length of the linear-phase response at 48 kHz; the names are saved in documents, new ones go to the end. */
enum LinearLength {
    TAPS_1024(1024),
    TAPS_4096(4096),
    TAPS_16384(16_384);

    private final int taps;

    LinearLength(int taps) {
        this.taps = taps;
    }

    int taps() {
        return taps;
    }

    @Override
    public String toString() {
        return Integer.toString(taps);
    }
}
