package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.LevelKind;

/** What counts as the level; the names are saved in documents, new ones go to the end. */
enum Detector {
    ENVELOPE("Envelope", LevelKind.ENVELOPE),
    PEAK("Peak", LevelKind.PEAK),
    RMS("RMS", LevelKind.RMS),
    RMS_SMOOTH("RMS smooth", LevelKind.RMS_SMOOTH),
    TRUE_PEAK("True peak", LevelKind.TRUE_PEAK),
    K_WEIGHTED("K-weighted", LevelKind.K_WEIGHTED);

    private final String label;
    private final LevelKind kind;

    Detector(String label, LevelKind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The same in the words of the engine. */
    LevelKind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return label;
    }
}
