package io.arioso.dsp.dynamics;

import io.arioso.dsp.meter.TruePeakReader;

/** How densely a {@link LookaheadLimiter} looks for peaks: points per frame, half as many above 96 kHz. */
public enum PeakGrid {
    /** One point: the samples themselves, without the latency of a filter. True peaks are not to be had. */
    SAMPLES(null, 1),
    /** Four points: the standard's own density, the cheapest. */
    FOUR(TruePeakReader.STANDARD, 1.0093f),
    /** Eight points. */
    EIGHT(TruePeakReader.PRECISE, 1.0023f),
    /** Sixteen points. */
    SIXTEEN(TruePeakReader.FINEST, 1.0006f);

    private final TruePeakReader reader;
    /** 0.08, 0.02 and 0.005 dB: how far the grid passes the crest of a sine at a sixth of the rate. */
    private final float crest;

    PeakGrid(TruePeakReader reader, float crest) {
        this.reader = reader;
        this.crest = crest;
    }

    TruePeakReader reader() {
        return reader;
    }

    /** The factor by which readings are raised. */
    float crest() {
        return crest;
    }
}
