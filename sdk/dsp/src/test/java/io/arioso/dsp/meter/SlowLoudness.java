package io.arioso.dsp.meter;

import java.util.ArrayList;
import java.util.List;

/** BS.1770 and Tech 3342 as written, for 48 kHz: printed coefficients, every block kept and sorted. */
final class SlowLoudness {
    private static final double[] SHELF_B = {1.53512485958697, -2.69169618940638, 1.19839281085285};
    private static final double[] SHELF_A = {-1.69065929318241, 0.73248077421585};
    private static final double[] PASS_B = {1, -2, 1};
    private static final double[] PASS_A = {-1.99004745483398, 0.99007225036621};
    private static final int RATE = 48_000;

    private final double[] squares;

    /** Takes in the whole programme; all channels weigh 1. */
    SlowLoudness(float[][] audio) {
        squares = new double[audio[0].length];
        for (float[] channel : audio) {
            double[] y = biquad(biquad(toDouble(channel), SHELF_B, SHELF_A), PASS_B, PASS_A);
            for (int i = 0; i < y.length; i++) {
                squares[i] += y[i] * y[i];
            }
        }
    }

    /** Response of the printed coefficients at a frequency. */
    static double magnitudeDb(double frequency) {
        double angle = 2 * StrictMath.PI * frequency / RATE;
        double gain = polynomial(SHELF_B[0], SHELF_B[1], SHELF_B[2], angle)
                * polynomial(PASS_B[0], PASS_B[1], PASS_B[2], angle)
                / polynomial(1, SHELF_A[0], SHELF_A[1], angle) / polynomial(1, PASS_A[0], PASS_A[1], angle);
        return 20 * StrictMath.log10(gain);
    }

    private static double polynomial(double c0, double c1, double c2, double angle) {
        double re = c0 + c1 * StrictMath.cos(angle) + c2 * StrictMath.cos(2 * angle);
        double im = c1 * StrictMath.sin(angle) + c2 * StrictMath.sin(2 * angle);
        return StrictMath.hypot(re, im);
    }

    double integratedLufs() {
        List<Double> blocks = blocks(RATE * 4 / 10, -70);
        return mean(above(blocks, mean(blocks) - 10));
    }

    double loudnessRangeLu() {
        List<Double> blocks = blocks(RATE * 3, -70);
        List<Double> kept = above(blocks, mean(blocks) - 20);
        kept.sort(null);
        int last = kept.size() - 1;
        return kept.get((int) Math.round(last * 0.95)) - kept.get((int) Math.round(last * 0.1));
    }

    private List<Double> blocks(int frames, double gate) {
        List<Double> blocks = new ArrayList<>();
        for (int start = 0; start + frames <= squares.length; start += RATE / 10) {
            double sum = 0;
            for (int i = start; i < start + frames; i++) {
                sum += squares[i];
            }
            blocks.add(-0.691 + 10 * StrictMath.log10(sum / frames));
        }
        return above(blocks, gate);
    }

    private static List<Double> above(List<Double> blocks, double gate) {
        List<Double> kept = new ArrayList<>();
        for (double block : blocks) {
            if (block > gate) {
                kept.add(block);
            }
        }
        return kept;
    }

    private static double mean(List<Double> blocks) {
        double sum = 0;
        for (double block : blocks) {
            sum += StrictMath.pow(10, (block + 0.691) / 10);
        }
        return -0.691 + 10 * StrictMath.log10(sum / blocks.size());
    }

    private static double[] biquad(double[] x, double[] b, double[] a) {
        double[] y = new double[x.length];
        for (int i = 2; i < x.length; i++) {
            y[i] = b[0] * x[i] + b[1] * x[i - 1] + b[2] * x[i - 2] - a[0] * y[i - 1] - a[1] * y[i - 2];
        }
        return y;
    }

    private static double[] toDouble(float[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        return y;
    }
}
