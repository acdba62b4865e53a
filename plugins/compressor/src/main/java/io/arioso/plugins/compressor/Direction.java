package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.GainCurve;

/** What the curve does, and on which side; the names are saved in documents, new ones go to the end. */
enum Direction {
    DOWN("Compress", GainCurve.Direction.DOWN),
    UP("Compress upward", GainCurve.Direction.UP),
    EXPAND("Expand", GainCurve.Direction.EXPAND),
    GATE("Gate", GainCurve.Direction.GATE),
    LIMIT("Limit", GainCurve.Direction.LIMIT);

    private final String label;
    private final GainCurve.Direction direction;

    Direction(String label, GainCurve.Direction direction) {
        this.label = label;
        this.direction = direction;
    }

    /** The same in the words of the engine. */
    GainCurve.Direction direction() {
        return direction;
    }

    @Override
    public String toString() {
        return label;
    }
}
