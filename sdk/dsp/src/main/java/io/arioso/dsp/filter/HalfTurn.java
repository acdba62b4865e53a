package io.arioso.dsp.filter;

/**
 * Sine and cosine by their Taylor series about the nearest quarter of a turn, to the last bit or two: arithmetic only, hence
 * the same bits everywhere, and without the array that {@code StrictMath.sin} of newer JDKs allocates.
 */
public final class HalfTurn {
    private static final double[] SINE = new double[10];
    private static final double[] COSINE = new double[10];

    static {
        double factorial = 1;
        for (int i = 0; i < SINE.length; i++) {
            double sign = i % 2 == 0 ? 1 : -1;
            COSINE[i] = sign / factorial;
            factorial *= 2 * i + 1;
            SINE[i] = sign / factorial;
            factorial *= 2 * i + 2;
        }
    }

    private HalfTurn() {
    }

    /** sin(π t) for t in 0..0.5. */
    static double sine(double t) {
        return t <= 0.25 ? sineSeries(StrictMath.PI * t) : cosineSeries(StrictMath.PI * (0.5 - t));
    }

    /** cos(π t) for t in 0..0.5. */
    static double cosine(double t) {
        return t <= 0.25 ? cosineSeries(StrictMath.PI * t) : sineSeries(StrictMath.PI * (0.5 - t));
    }

    /** cos(π t) for any t of a size below a million. */
    public static double cosineOf(double t) {
        double folded = Math.abs(t - 2 * Math.rint(t / 2));
        return folded <= 0.5 ? cosine(folded) : -cosine(1 - folded);
    }

    /** sin(π t) for any t of a size below a million. */
    public static double sineOf(double t) {
        double turned = t - 2 * Math.rint(t / 2);
        double folded = Math.abs(turned);
        return Math.copySign(sine(folded <= 0.5 ? folded : 1 - folded), turned);
    }

    private static double sineSeries(double x) {
        return x * series(SINE, x * x);
    }

    private static double cosineSeries(double x) {
        return series(COSINE, x * x);
    }

    private static double series(double[] coefficients, double square) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * square + coefficients[i];
        }
        return sum;
    }
}
