package io.arioso.dsp.phase;

import io.arioso.dsp.filter.BandChannel;

/**
 * Makes the impulse response of a set of bands in steps of bounded work, so that an audio thread can spread it over
 * many blocks. The result depends only on the settings. No allocation after construction; not thread-safe.
 */
interface ResponseDesign {

    /** Length of a response, even; its centre, the time of an untouched signal, is tap {@code taps() / 2}. */
    int taps();

    /** Whether the response carries the magnitude and the output gain of the bands, not their phase alone. */
    boolean carriesGain();

    /** Starts on the product of the bands that act on all channels or on one of two. The set must stay as it is. */
    void begin(BandSet bands, BandChannel one, BandChannel other);

    /** Works on, some tens of microseconds. Returns whether the response is complete. */
    boolean step();

    /** Writes the complete response. */
    void store(float[] into);

    /** The factor by which the response raises the K-weighted power of pink noise. */
    double loudness();
}
