package io.arioso.sdk;

/**
 * Decibels and linear gains; the same bits on every machine. Not for every sample: each call costs some 50 ns.
 * [any-thread]
 */
public final class Decibels {
    /** ln(10)/20. By exp and not by pow, which allocates 96 bytes a call: interpreted on Java 17, always on 25. */
    private static final double NEPER_PER_DECIBEL = 0.11512925464970228;

    private Decibels() {
    }

    /** Linear gain of a level in decibels: 10^(db/20); 1 at 0, 0 at negative infinity. */
    public static double toGain(double db) {
        return db == 0 ? 1 : StrictMath.exp(db * NEPER_PER_DECIBEL);
    }

    /** Level in decibels of a linear gain; negative infinity at 0, the sign is ignored. */
    public static double fromGain(double gain) {
        return gain == 0 ? Double.NEGATIVE_INFINITY : 20 * StrictMath.log10(Math.abs(gain));
    }
}
