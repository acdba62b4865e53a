package io.arioso.plugins.delay;

/** What the echoes run through; the lower-case names are saved in documents. */
public enum Topology {
    /** Left and right alike. */
    SINGLE("Single"),
    /** Left and right with times of their own. */
    DUAL("Dual"),
    /** The input's middle goes left, and every echo changes sides. */
    PING_PONG("Ping-pong"),
    /** The middle with the left time, the sides with the right time. */
    MID_SIDE("Mid/Side"),
    /** Eight taps on a grid; the time is one step of it. */
    PATTERN("8-tap pattern"),
    /** Stretches as long as the time, played backwards. */
    REVERSE("Reverse"),
    /** A worn tape machine: saturation, soft highs, time changes that bend the pitch. */
    TAPE("Tape"),
    /** A bucket brigade of 4096 stages: the longer the darker. */
    BBD("BBD"),
    /** Each echo smeared around its moment. */
    DIFFUSE("Diffuse");

    private final String label;

    Topology(String label) {
        this.label = label;
    }

    /** Whether the right side has a time of its own instead of the left one's. */
    boolean hasRightTime() {
        return this == DUAL || this == MID_SIDE;
    }

    /** Whether it runs two lines beside each other, so that an offset between them means something. */
    boolean hasOffset() {
        return this != SINGLE && this != PATTERN && this != REVERSE;
    }

    /** Whether it saturates even without drive. */
    boolean saturates() {
        return this == TAPE || this == BBD;
    }

    @Override
    public String toString() {
        return label;
    }
}
