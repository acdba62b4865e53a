package io.arioso.dsp.filter;

/** Which part of a stereo signal a band works on; on a signal of any other width every band works on all channels. */
public enum BandChannel {
    /** All channels alike. */
    STEREO,
    /** The first channel. */
    LEFT,
    /** The second channel. */
    RIGHT,
    /** What both channels share: (L + R) / 2. */
    MID,
    /** What they differ in: (L - R) / 2. */
    SIDE
}
