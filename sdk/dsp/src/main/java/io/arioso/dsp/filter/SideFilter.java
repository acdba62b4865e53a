package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * The filter in front of a dynamic band's detector: second-order low-, high- or band-pass on a signal and its
 * {@linkplain KeySignal quadrature partner}. A trapezoidal state-variable filter (A. Simper, 2013), which may be set
 * anew at any frame without ringing on in vain; plain bilinear, for a detector needs no exact curve near half the
 * sample rate.
 */
final class SideFilter {
    private static final double HIGHEST = 0.49;
    private static final double SMALLEST = 1e-30;
    private static final int STATES = 4;

    private final double sampleRate;
    private final double[][] states;
    private double k = 1;
    private double h1;
    private double h2;
    private double h3;
    private double m0;
    private double m1;
    private double m2;

    SideFilter(double sampleRate, int lanes) {
        this.sampleRate = sampleRate;
        states = new double[lanes][STATES];
        set(SideShape.ALL, 1000, 1);
    }

    /** Sets the curve; a frequency beyond half the sample rate counts as just below it. */
    void set(SideShape shape, double hz, double q) {
        double half = Math.min(HIGHEST, hz / sampleRate);
        double g = HalfTurn.sine(half) / HalfTurn.cosine(half);
        k = 1 / q;
        h1 = 1 / (1 + g * (g + k));
        h2 = g * h1;
        h3 = g * h2;
        switch (shape) {
            case LOW_PASS -> mix(0, 0, 1);
            case HIGH_PASS -> mix(1, -k, -1);
            case BAND_PASS -> mix(0, k, 0);
            default -> mix(1, 0, 0);
        }
    }

    private void mix(double straight, double band, double low) {
        m0 = straight;
        m1 = band;
        m2 = low;
    }

    /** Filters what is selected of a key in a lane; raises {@code power} to the envelope, squared, of what passes. */
    void process(KeySignal key, int lane, double[] heard, double[] power, int frames) {
        double[] re = key.inPhase;
        double[] im = key.quadrature;
        double[] state = states[lane];
        double s1 = state[0];
        double s2 = state[1];
        double t1 = state[2];
        double t2 = state[3];
        double a1 = h1;
        double a2 = h2;
        double a3 = h3;
        double b0 = m0;
        double b1 = m1;
        double b2 = m2;
        for (int i = 0; i < frames; i++) {
            double x = re[i];
            double v3 = x - s2;
            double v1 = a1 * s1 + a2 * v3;
            double v2 = s2 + a2 * s1 + a3 * v3;
            s1 = 2 * v1 - s1;
            s2 = 2 * v2 - s2;
            double y = b0 * x + b1 * v1 + b2 * v2;
            x = im[i];
            v3 = x - t2;
            v1 = a1 * t1 + a2 * v3;
            v2 = t2 + a2 * t1 + a3 * v3;
            t1 = 2 * v1 - t1;
            t2 = 2 * v2 - t2;
            double z = b0 * x + b1 * v1 + b2 * v2;
            heard[i] = y;
            power[i] = Math.max(power[i], y * y + z * z);
        }
        state[0] = s1;
        state[1] = s2;
        state[2] = t1;
        state[3] = t2;
    }

    /** Drops states that are too small to hear. */
    void flush() {
        for (double[] state : states) {
            for (int i = 0; i < STATES; i++) {
                state[i] = Math.abs(state[i]) < SMALLEST ? 0 : state[i];
            }
        }
    }

    void reset() {
        for (double[] state : states) {
            Arrays.fill(state, 0);
        }
    }
}
