package io.arioso.sdk;

/** Where the song is, frozen for one block. [audio-thread] */
public interface Transport {

    /** Whether the song moves. */
    boolean playing();

    /** Whether the song is being recorded. */
    boolean recording();

    /** Frames from the start of the song to the first frame of the block; may be negative in a count-in. */
    long positionFrames();

    /** Quarter notes from the start of the song to the first frame of the block. */
    double positionQuarters();

    /** Quarter notes from the start of the song to the current bar's first beat. */
    double barStartQuarters();

    /** Quarter notes a minute, above 0. */
    double tempoBpm();

    /** Upper figure of the time signature. */
    int beatsPerBar();

    /** Lower figure of the time signature: 4 is a quarter note. */
    int beatUnit();
}
