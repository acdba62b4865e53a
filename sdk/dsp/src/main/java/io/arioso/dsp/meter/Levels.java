package io.arioso.dsp.meter;

/** Converts linear measures to decibels, once per reading; silence is negative infinity. */
final class Levels {
    /** Puts a full-scale 997 Hz sine in one front channel at -3.01 LUFS (ITU-R BS.1770-5, Annex 1). */
    private static final double LOUDNESS_OFFSET = -0.691;

    private Levels() {
    }

    static double amplitudeDb(double amplitude) {
        return 20 * StrictMath.log10(amplitude);
    }

    static double loudness(double meanSquare) {
        return LOUDNESS_OFFSET + 10 * StrictMath.log10(meanSquare);
    }

    static double meanSquare(double lufs) {
        return StrictMath.pow(10, (lufs - LOUDNESS_OFFSET) / 10);
    }
}
