package io.arioso.plugins.compressor;

/**
 * What a long reduction leaves behind: a second, slow reduction that the first may not fall below.
 *
 * <p>It charges while reduction lasts and drains slowly, so that a lone peak is forgotten after the fast release and a
 * dense passage is held together. A gain that is raised is left alone.
 */
final class Memory {
    /** Release after a lone peak when the release is automatic. */
    static final double AUTO_FAST_MS = 80;
    private static final double AUTO_SLOW_MS = 1500;
    private static final double CHARGE_MS = 500;
    private static final double OPTO_PART = 0.5;
    private static final double OPTO_TIMES = 8;
    private static final double DENORMAL = 1e-30;

    private final double sampleRate;
    private final double charge;
    private double part;
    private double drain;
    private double value;

    Memory(double sampleRate) {
        this.sampleRate = sampleRate;
        charge = share(CHARGE_MS);
    }

    /** Holds all of a long reduction, for 1.5 s. */
    void setAuto() {
        part = 1;
        drain = share(AUTO_SLOW_MS);
    }

    /** Holds half of a long reduction, for eight release times. */
    void setOpto(double releaseMs) {
        part = OPTO_PART;
        drain = share(OPTO_TIMES * releaseMs);
    }

    /** Charges no more, and lets go of what it holds without a step. */
    void setOff() {
        part = 0;
        drain = share(AUTO_FAST_MS);
    }

    private double share(double ms) {
        return -StrictMath.expm1(-1000 / (ms * sampleRate));
    }

    void process(double[] values, int frames) {
        if (part == 0 && value == 0) {
            return;
        }
        double m = value;
        for (int i = 0; i < frames; i++) {
            double v = values[i];
            double goal = v > 0 ? v * part : 0;
            m += (goal - m) * (goal > m ? charge : drain);
            values[i] = v >= 0 && m > v ? m : v;
        }
        value = m;
    }

    void flush() {
        value = value < DENORMAL ? 0 : value;
    }

    double value() {
        return value;
    }

    void copyFrom(Memory other) {
        value = other.value;
    }

    void reset() {
        value = 0;
    }
}
