package io.arioso.plugins.eq;

/** How the curves treat the phase; the names are saved in documents, new ones go to the end. */
enum Phase {
    /** Minimum phase, without latency. */
    MINIMUM("Minimum"),
    /** The phase of the analog models up to the top of hearing. */
    ANALOG("Analog"),
    /** Every frequency equally late. */
    LINEAR("Linear");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
