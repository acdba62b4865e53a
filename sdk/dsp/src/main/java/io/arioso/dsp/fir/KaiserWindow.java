package io.arioso.dsp.fir;

/**
 * The Kaiser window: the near-optimal window for a filter of given length and stop band.
 *
 * <p>Design time only; computed with {@link StrictMath}, so every machine gets the same coefficients.
 * Source: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974.
 */
public final class KaiserWindow {
    private final double beta;
    private final double scale;

    /** A window of shape {@code beta} (0 is rectangular, 9 about 90 dB); throws when it is negative or not finite. */
    public KaiserWindow(double beta) {
        if (!(beta >= 0 && beta <= 100)) {
            throw new IllegalArgumentException("Kaiser beta: " + beta + " is outside 0..100");
        }
        this.beta = beta;
        this.scale = 1 / besselI0(beta);
    }

    /** The window whose windowed-sinc low-pass keeps its ripples {@code stopBandDb} (positive) below the pass band. */
    public static KaiserWindow forStopBand(double stopBandDb) {
        return new KaiserWindow(betaFor(stopBandDb));
    }

    /** Value at {@code position}: 1 at 0, falling to its edge at -1 and 1, 0 beyond. */
    public double at(double position) {
        double inside = 1 - position * position;
        return inside < 0 ? 0 : besselI0(beta * StrictMath.sqrt(inside)) * scale;
    }

    /** The symmetric window of {@code length} points, for spectra and plain FIR design. */
    public double[] points(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("window length: " + length + " is below 1");
        }
        double[] points = new double[length];
        for (int i = 0; i < length; i++) {
            points[i] = length == 1 ? 1 : at(2.0 * i / (length - 1) - 1);
        }
        return points;
    }

    /** The shape parameter for a stop band {@code stopBandDb} down (Kaiser 1974, the empirical formula). */
    public static double betaFor(double stopBandDb) {
        if (stopBandDb > 50) {
            return 0.1102 * (stopBandDb - 8.7);
        }
        return stopBandDb <= 21 ? 0
                : 0.5842 * StrictMath.pow(stopBandDb - 21, 0.4) + 0.07886 * (stopBandDb - 21);
    }

    /**
     * Taps needed for a stop band {@code stopBandDb} down and a transition {@code width} wide.
     *
     * @param width from pass-band to stop-band edge, in cycles per sample of the rate the taps run at
     */
    public static int tapsFor(double stopBandDb, double width) {
        return (int) StrictMath.ceil((stopBandDb - 7.95) / (14.36 * width)) + 1;
    }

    /** Modified Bessel function of the first kind, order 0, by its power series (positive terms: no cancellation). */
    static double besselI0(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
