package io.arioso.dsp.filter;

/**
 * A bus as the dynamic bands hear it: every channel with its partner a quarter of a period later ({@link HilbertPair}),
 * made once for all bands. Filters treat both alike, so the sum of their squares behind any filter is the envelope of
 * what passes it, without ripple. No allocation after construction. [audio-thread]
 */
final class KeySignal {
    private final HilbertPair[] pairs;
    private final double[][] first;
    private final double[][] second;
    private final double[] bothFirst;
    private final double[] bothSecond;

    /** The selected signal; valid for the frames that were taken last. */
    double[] inPhase;
    /** Its partner. */
    double[] quadrature;

    KeySignal(double sampleRate, int channels, int maxFrames) {
        pairs = new HilbertPair[channels];
        for (int c = 0; c < channels; c++) {
            pairs[c] = new HilbertPair(sampleRate);
        }
        first = new double[channels][maxFrames];
        second = new double[channels][maxFrames];
        bothFirst = new double[maxFrames];
        bothSecond = new double[maxFrames];
    }

    int channels() {
        return pairs.length;
    }

    /** Takes the next frames of each channel. */
    void take(float[][] audio, int from, int frames) {
        for (int c = 0; c < pairs.length; c++) {
            pairs[c].process(audio[c], from, first[c], second[c], frames);
        }
    }

    void reset() {
        for (HilbertPair pair : pairs) {
            pair.reset();
        }
    }

    /** How many signals a place has: every channel of its own for the whole bus, else one. */
    int lanes(BandChannel place) {
        return place == BandChannel.STEREO ? pairs.length : 1;
    }

    /** Selects one of the signals of a place; a bus of one channel is the same everywhere. */
    void select(BandChannel place, int lane, int frames) {
        switch (place) {
            case STEREO -> select(lane);
            case LEFT -> select(0);
            case RIGHT -> select(Math.min(1, pairs.length - 1));
            case MID -> combine(0.5, frames);
            case SIDE -> combine(-0.5, frames);
        }
    }

    private void select(int channel) {
        inPhase = first[channel];
        quadrature = second[channel];
    }

    private void combine(double right, int frames) {
        select(0);
        if (pairs.length == 1) {
            return;
        }
        for (int i = 0; i < frames; i++) {
            bothFirst[i] = 0.5 * first[0][i] + right * first[1][i];
            bothSecond[i] = 0.5 * second[0][i] + right * second[1][i];
        }
        inPhase = bothFirst;
        quadrature = bothSecond;
    }
}
