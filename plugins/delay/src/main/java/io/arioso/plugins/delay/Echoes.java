package io.arioso.plugins.delay;

import io.arioso.sdk.Transport;

/** One topology at work: turns input into echoes, a stretch at a time. [audio-thread] */
interface Echoes {

    /** Takes settings and tempo as of this frame. */
    void follow(Transport song);

    /** Whether the song's tempo or signature is another than when {@link #follow} last looked. */
    boolean hasOtherTempo(Transport song);

    /** For how many of the next frames, at most {@code frames}, everything goes on in the same way. */
    int limit(int frames);

    /**
     * Renders a stretch of at most {@link #limit} frames.
     *
     * @param input  one array a channel, from index 0 on
     * @param output one array a channel, from index 0 on
     * @param frozen share of the sound that is frozen, or null where nothing is
     */
    void process(float[][] input, float[][] output, float[] frozen, int frames);

    /** Forgets the past. */
    void reset();

    /** The longest way from one echo to the next in frames. */
    double periodFrames();
}
