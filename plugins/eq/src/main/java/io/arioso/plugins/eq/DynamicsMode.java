package io.arioso.plugins.eq;

/** On which side of its threshold a dynamic band acts; the names are saved in documents, new ones go to the end. */
enum DynamicsMode {
    ABOVE("Above"),
    BELOW("Below");

    private final String label;

    DynamicsMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
