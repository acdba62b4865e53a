package io.arioso.dsp.dynamics;

/**
 * Decibels and linear gains for every sample: arithmetic only, the same bits on every machine. [any-thread]
 *
 * <p>The exponent of a double is its logarithm's whole part; a polynomial that is exact at both ends of an octave gives
 * the rest, so the functions are continuous and rise everywhere. The polynomials are minimax fits in decibels: 2e-6 dB
 * for the logarithm, 8e-7 dB for the exponential. {@code toGain(0)} and the level of 1 are exact.
 */
public final class FastDecibels {
    /** What silence, and everything below it, reads. */
    public static final double FLOOR_DB = -200;

    private static final double FLOOR_GAIN = 1e-10;
    private static final double FLOOR_POWER = 1e-20;
    /** 20 log10 2. */
    private static final double DB_PER_OCTAVE = 6.020599913279624;
    private static final double OCTAVES_PER_DB = 1 / DB_PER_OCTAVE;
    private static final double MOST_DB = 1000;

    private static final long MANTISSA = (1L << 52) - 1;
    private static final long ONE = 1023L << 52;
    /** Adding 1.5 * 2^52 rounds to whole numbers and leaves them in the low bits. */
    private static final double ROUND = 1.5 * 0x1p52;

    private FastDecibels() {
    }

    /** Level of a linear gain in decibels, its sign ignored; {@link #FLOOR_DB} for 0, NaN and all below 1e-10. */
    public static double toDb(double gain) {
        double magnitude = gain < 0 ? -gain : gain;
        return DB_PER_OCTAVE * log2(magnitude > FLOOR_GAIN ? magnitude : FLOOR_GAIN);
    }

    /** Level of a power, which is a gain squared, in decibels; {@link #FLOOR_DB} for NaN and all below 1e-20. */
    public static double powerToDb(double power) {
        return DB_PER_OCTAVE / 2 * log2(power > FLOOR_POWER ? power : FLOOR_POWER);
    }

    /** Linear gain of decibels, taken within -1000..1000 dB; NaN counts as the least. */
    public static double toGain(double db) {
        double least = db > -MOST_DB ? db : -MOST_DB;
        double octaves = (least < MOST_DB ? least : MOST_DB) * OCTAVES_PER_DB;
        double rounded = octaves - 0.5 + ROUND;
        double t = octaves - (rounded - ROUND);
        double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(rounded) + 1023 << 52);
        return scale * (1 + t + t * (t - 1) * exponentialPart(t));
    }

    /** Replaces powers by decibels: {@link #powerToDb} of each. */
    public static void powerToDb(double[] values, int frames) {
        for (int i = 0; i < frames; i++) {
            values[i] = powerToDb(values[i]);
        }
    }

    /** Writes the linear gain of each value in decibels: {@link #toGain(double)} of each. */
    public static void toGain(double[] db, float[] gains, int frames) {
        for (int i = 0; i < frames; i++) {
            gains[i] = (float) toGain(db[i]);
        }
    }

    private static double log2(double value) {
        long bits = Double.doubleToRawLongBits(value);
        double octave = (int) (bits >>> 52) - 1023;
        double t = Double.longBitsToDouble(bits & MANTISSA | ONE) - 1;
        return octave + (t + t * (1 - t) * logarithmPart(t));
    }

    private static double logarithmPart(double t) {
        return 0.44266644021886836 + t * (-0.2778877976300236 + t * (0.19543639570819812
                + t * (-0.12970379255218784 + t * (0.06332585878637852 + t * -0.015209105990187568))));
    }

    private static double exponentialPart(double t) {
        return 0.30684826112958086 + t * (0.06668898998743159 + t * (0.010870313167045011
                + t * 0.0018793190071576438));
    }
}
