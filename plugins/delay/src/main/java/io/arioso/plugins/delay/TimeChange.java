package io.arioso.plugins.delay;

/** What is heard while a time changes; the lower-case names are saved in documents. */
public enum TimeChange {
    /** The head moves along the tape: the pitch bends. */
    REPITCH("Repitch"),
    /** One head fades out where it was and one in where it will be. */
    CROSSFADE("Crossfade"),
    /** At once. */
    JUMP("Jump");

    private final String label;

    TimeChange(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
