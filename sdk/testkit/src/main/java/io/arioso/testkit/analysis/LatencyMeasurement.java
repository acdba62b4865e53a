package io.arioso.testkit.analysis;

import org.jtransforms.fft.DoubleFFT_1D;

/** The delay from input to output, by cross-correlation. */
public final class LatencyMeasurement {
    private LatencyMeasurement() {
    }

    /**
     * The delay in whole frames at which the output resembles the input most, whatever its sign.
     *
     * @param input noise or another signal with one clear place
     * @param output as long as the input
     * @param longest the greatest delay to look for, below the length
     */
    public static int frames(float[] input, float[] output, int longest) {
        int length = Integer.highestOneBit(input.length + longest) << 1;
        double[] product = correlation(input, output, length);
        int best = 0;
        for (int delay = 1; delay <= longest; delay++)
            if (Math.abs(product[delay]) > Math.abs(product[best])) best = delay;
        return best;
    }

    private static double[] correlation(float[] input, float[] output, int length) {
        double[] in = new double[length];
        double[] out = new double[length];
        for (int frame = 0; frame < input.length; frame++) in[frame] = input[frame];
        for (int frame = 0; frame < output.length; frame++) out[frame] = output[frame];
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        transform.realForward(in);
        transform.realForward(out);
        out[0] *= in[0];
        out[1] *= in[1];
        for (int at = 2; at < length; at += 2) {
            double real = out[at] * in[at] + out[at + 1] * in[at + 1];
            out[at + 1] = out[at + 1] * in[at] - out[at] * in[at + 1];
            out[at] = real;
        }
        transform.realInverse(out, true);
        return out;
    }
}
