package io.arioso.sdk;

/** The kinds of effect that hosts sort by. */
public enum PluginCategory {
    /** Changes the spectrum. */
    EQ,
    /** Changes the level by the level. */
    DYNAMICS,
    /** Keeps the level below a ceiling; a host puts its loudness gain in front of the last one of a chain. */
    LIMITER,
    /** Adds a room. */
    REVERB,
    /** Repeats. */
    DELAY,
    /** Changes the stereo image. */
    STEREO,
    /** Adds harmonics. */
    DISTORTION,
    /** Moves the sound in time: chorus, flanger, phaser, tremolo. */
    MODULATION,
    /** Measures and leaves the sound alone. */
    ANALYSER,
    /** Gain, routing and the like. */
    UTILITY,
    /** Anything else. */
    OTHER
}
