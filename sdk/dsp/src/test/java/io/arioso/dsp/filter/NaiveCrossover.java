package io.arioso.dsp.filter;

/**
 * The textbook crossover as a tree of biquads of the Audio EQ Cookbook: two low or high passes at each corner, and the
 * all-passes of the corners of the other side; the oracle of {@link Crossover}.
 */
final class NaiveCrossover {
    private static final double Q = Math.sqrt(0.5);

    private NaiveCrossover() {
    }

    /** By band. */
    static double[][] split(double sampleRate, double[] corners, float[] input) {
        double[][] bands = new double[corners.length + 1][];
        split(sampleRate, corners, 0, corners.length, EqualizerSignals.doubles(input), bands);
        return bands;
    }

    private static void split(double sampleRate, double[] corners, int from, int to, double[] x, double[][] bands) {
        if (from == to) {
            bands[from] = x;
            return;
        }
        int middle = (from + to) / 2;
        double[] low = biquad(biquad(x, sampleRate, corners[middle], 'L'), sampleRate, corners[middle], 'L');
        double[] high = biquad(biquad(x, sampleRate, corners[middle], 'H'), sampleRate, corners[middle], 'H');
        for (int i = middle + 1; i < to; i++) {
            low = biquad(low, sampleRate, corners[i], 'A');
        }
        for (int i = from; i < middle; i++) {
            high = biquad(high, sampleRate, corners[i], 'A');
        }
        split(sampleRate, corners, from, middle, low, bands);
        split(sampleRate, corners, middle + 1, to, high, bands);
    }

    static double[] allPasses(double sampleRate, double[] corners, float[] input) {
        double[] x = EqualizerSignals.doubles(input);
        for (double corner : corners) {
            x = biquad(x, sampleRate, corner, 'A');
        }
        return x;
    }

    private static double[] biquad(double[] x, double sampleRate, double hz, char kind) {
        double w = 2 * StrictMath.PI * hz / sampleRate;
        double cos = StrictMath.cos(w);
        double alpha = StrictMath.sin(w) / (2 * Q);
        double[] b = switch (kind) {
            case 'L' -> new double[] {(1 - cos) / 2, 1 - cos, (1 - cos) / 2};
            case 'H' -> new double[] {(1 + cos) / 2, -1 - cos, (1 + cos) / 2};
            default -> new double[] {1 - alpha, -2 * cos, 1 + alpha};
        };
        double[] y = new double[x.length];
        for (int n = 0; n < x.length; n++) {
            y[n] = (b[0] * x[n] + b[1] * at(x, n - 1) + b[2] * at(x, n - 2)
                    + 2 * cos * at(y, n - 1) - (1 - alpha) * at(y, n - 2)) / (1 + alpha);
        }
        return y;
    }

    private static double at(double[] x, int n) {
        return n < 0 ? 0 : x[n];
    }
}
