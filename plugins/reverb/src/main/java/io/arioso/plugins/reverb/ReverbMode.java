package io.arioso.plugins.reverb;

/** What kind of space is heard; the names are saved in documents, new ones go to the end. */
public enum ReverbMode {
    /** A steel sheet: dense from the first moment, no reflections that tell of walls. */
    PLATE("Plate"),
    /** A furnished room. */
    ROOM("Room"),
    /** A bare, nearly cubic chamber. */
    CHAMBER("Chamber"),
    /** A concert hall. */
    HALL("Hall"),
    /** Early reflections with a short, even tail: a place that is felt more than heard. */
    AMBIENCE("Ambience"),
    /** A recorded impulse response. */
    CONVOLUTION("Convolution");

    private final String label;

    ReverbMode(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
