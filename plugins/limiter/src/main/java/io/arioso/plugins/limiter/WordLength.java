package io.arioso.plugins.limiter;

import io.arioso.dsp.dither.Quantizer;

/**
 * The very last stage: rounds every channel to a word length, each with noise of its own.
 *
 * <p>The rounded sample differs from what it was by at most {@link #room()}; the limiter stays so far below its
 * ceiling.
 */
final class WordLength {
    /** Dither reaches one step to either side, rounding half a step. */
    private static final double LARGEST_ERROR_STEPS = 1.5;
    private static final long SEED = 0x41_52_49_4F_53_4FL;

    private final Quantizer[] quantizers;
    private final double room;

    WordLength(DitherChoice choice, int bits, int channels) {
        quantizers = new Quantizer[choice == DitherChoice.OFF ? 0 : channels];
        for (int channel = 0; channel < quantizers.length; channel++) {
            quantizers[channel] = new Quantizer(bits, choice.dither(), SEED + channel, true);
        }
        room = quantizers.length == 0 ? 0 : largestError(choice) / (1 << (bits - 1));
    }

    private static double largestError(DitherChoice choice) {
        double shaped = 1;
        for (double tap : choice.dither().feedback()) {
            shaped += Math.abs(tap);
        }
        return LARGEST_ERROR_STEPS * shaped;
    }

    /** By how much a sample may move, linear; 0 when nothing is rounded. */
    double room() {
        return room;
    }

    void process(float[][] planes, int frames) {
        for (int channel = 0; channel < quantizers.length; channel++) {
            quantizers[channel].process(planes[channel], frames);
        }
    }

    void reset() {
        for (Quantizer quantizer : quantizers) {
            quantizer.reset();
        }
    }
}
