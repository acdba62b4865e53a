package io.arioso.plugins.widener;

/** How the mid is made unrelated to itself before it goes to the side. */
public enum Decorrelation {
    /** A sparse decaying noise of 30 ms: hardly coloured. */
    VELVET("Velvet noise"),
    /** Nested all-passes: no colour of its own, the most diffuse. */
    ALLPASS("All-pass"),
    /** One echo of a few milliseconds: the widest, with the comb of such an echo in each channel. */
    MICRO_DELAY("Micro delay");

    private final String text;

    Decorrelation(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
