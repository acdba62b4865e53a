package io.arioso.sdk;

/** Decibels and linear gains; the same bits on every machine. Not for every sample: each call costs some 50 ns. [any-thread] */
public final class Decibels {
    /** ln(10)/20, and what the nearest double leaves of it. */
    private static final double NEPERS_PER_DECIBEL = 0.11512925464970228;
    private static final double NEPERS_REST = 5.7995642524661006e-18;
    private static final double SPLITTER = 0x1p27 + 1;
    private static final double NEPERS_HIGH = high(NEPERS_PER_DECIBEL);
    private static final double NEPERS_LOW = NEPERS_PER_DECIBEL - NEPERS_HIGH;
    private static final double EXACT_BELOW_DB = 6000;

    private Decibels() {
    }

    /**
     * Linear gain of a level in decibels: 10^(db/20); 1 at 0, 0 at negative infinity. Within two units of the last place.
     *
     * <p>Not {@code StrictMath.pow}, which allocates at every call; e^x with what the product db·ln(10)/20 has lost put back.
     */
    public static double toGain(double db) {
        double exponent = db * NEPERS_PER_DECIBEL;
        double gain = StrictMath.exp(exponent);
        if (!(Math.abs(db) < EXACT_BELOW_DB)) return gain;
        // Dekker 1971: both factors in halves of 26 bits, whose products are exact.
        double dbHigh = high(db);
        double dbLow = db - dbHigh;
        double lost = dbHigh * NEPERS_HIGH - exponent + dbHigh * NEPERS_LOW + dbLow * NEPERS_HIGH + dbLow * NEPERS_LOW
            + db * NEPERS_REST;
        return gain + gain * lost;
    }

    private static double high(double value) {
        double spread = value * SPLITTER;
        return spread - (spread - value);
    }

    /** Level in decibels of a linear gain; negative infinity at 0, the sign is ignored. */
    public static double fromGain(double gain) {
        return gain == 0 ? Double.NEGATIVE_INFINITY : 20 * StrictMath.log10(Math.abs(gain));
    }
}
