package io.arioso.dsp.filter;

/**
 * By how much a digital design turns the phase less than the analog filter that it stands for, as unit phasors over an
 * even grid of frequencies. A product of phasors needs no arc tangent a section and has no jumps of a whole turn.
 */
public final class PhaseDifference {
    /** Frequencies lie this share of a step above the grid: a notch on the grid would have no phase there. */
    private static final double HAIR = 1e-7;

    private PhaseDifference() {
    }

    /**
     * Multiplies the phasors {@code re[k] + i im[k]}, k from {@code from} to {@code to} (exclusive), by the analog
     * phase and by the conjugate digital phase at {@code k / steps} of half the sample rate.
     */
    public static void multiply(AnalogPrototype analog, BiquadList digital, double sampleRate, int steps,
                                double[] re, double[] im, int from, int to) {
        for (int k = from; k < to; k++) {
            double share = (k + HAIR) / steps;
            multiplyAnalog(analog, share * sampleRate / 2 / analog.frequencyHz(), re, im, k);
            multiplyDigital(digital, share / 2, re, im, k);
        }
    }

    private static void multiplyAnalog(AnalogPrototype analog, double s, double[] re, double[] im, int k) {
        double u = s * s;
        for (int i = 0; i < analog.sections(); i++) {
            turn(analog.b0[i] - analog.b2[i] * u, analog.b1[i] * s,
                    analog.a0[i] - analog.a2[i] * u, -analog.a1[i] * s, re, im, k);
        }
    }

    private static void multiplyDigital(BiquadList digital, double half, double[] re, double[] im, int k) {
        double sine = HalfTurn.sine(half);
        double cos1 = 1 - 2 * sine * sine;
        double sin1 = -2 * sine * HalfTurn.cosine(half);
        double cos2 = cos1 * cos1 - sin1 * sin1;
        double sin2 = 2 * cos1 * sin1;
        for (int i = 0; i < digital.size(); i++) {
            double b1 = digital.b1[i];
            double b2 = digital.b2[i];
            double a1 = digital.a1[i];
            double a2 = digital.a2[i];
            turn(digital.b0[i] + b1 * cos1 + b2 * cos2, -(b1 * sin1 + b2 * sin2),
                    1 + a1 * cos1 + a2 * cos2, a1 * sin1 + a2 * sin2, re, im, k);
        }
    }

    /** Turns phasor k by the angles of two complex numbers. */
    private static void turn(double aRe, double aIm, double bRe, double bIm, double[] re, double[] im, int k) {
        double pRe = aRe * bRe - aIm * bIm;
        double pIm = aRe * bIm + aIm * bRe;
        double scale = 1 / Math.sqrt(pRe * pRe + pIm * pIm);
        if (scale < Double.POSITIVE_INFINITY) {
            double x = re[k];
            double y = im[k];
            re[k] = (x * pRe - y * pIm) * scale;
            im[k] = (x * pIm + y * pRe) * scale;
        }
    }
}
