package io.arioso.testkit.analysis;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/** Magnitude and phase of a linear system, from its impulse response. */
public final class FrequencyResponse {
    private final float[] impulseResponse;
    private final double rate;

    private FrequencyResponse(float[] impulseResponse, double rate) {
        this.impulseResponse = impulseResponse;
        this.rate = rate;
    }

    /**
     * Analyses the answer to an impulse of level 1 at frame 0.
     *
     * @param rate frames per second
     */
    public static FrequencyResponse of(float[] impulseResponse, double rate) {
        return new FrequencyResponse(impulseResponse.clone(), rate);
    }

    /** Gain at any frequency in decibels: the exact sum over all samples, no grid. */
    public double magnitudeDb(double hertz) {
        double[] sum = transform(hertz);
        return 10 * StrictMath.log10(sum[0] * sum[0] + sum[1] * sum[1]);
    }

    /** Phase at any frequency in radians, -π to π; negative is late. */
    public double phase(double hertz) {
        double[] sum = transform(hertz);
        return StrictMath.atan2(sum[1], sum[0]);
    }

    /** Group delay at any frequency in frames: Re(F(n h(n)) / F(h(n))). */
    public double groupDelayFrames(double hertz) {
        double[] sum = transform(hertz);
        double power = sum[0] * sum[0] + sum[1] * sum[1];
        return (sum[2] * sum[0] + sum[3] * sum[1]) / power;
    }

    /** Gains of all bins 0 to half the given transform length (a power of two) in decibels; fast. */
    public double[] magnitudesDb(int transformLength) {
        double[] data = new double[transformLength];
        for (int frame = 0; frame < Math.min(impulseResponse.length, transformLength); frame++)
            data[frame] = impulseResponse[frame];
        new DoubleFFT_1D(transformLength).realForward(data);
        double[] decibels = new double[transformLength / 2 + 1];
        Arrays.setAll(decibels, bin -> 10 * StrictMath.log10(power(data, bin)));
        return decibels;
    }

    /** Power of a bin in the packing of {@code realForward}: the real part at Nyquist stands at 1. */
    static double power(double[] data, int bin) {
        if (bin == 0) return data[0] * data[0];
        if (bin == data.length / 2) return data[1] * data[1];
        return data[2 * bin] * data[2 * bin] + data[2 * bin + 1] * data[2 * bin + 1];
    }

    /** Real and imaginary part of the transform of h(n), then of n h(n). */
    private double[] transform(double hertz) {
        double turn = 2 * Math.PI * hertz / rate;
        double stepReal = StrictMath.cos(turn);
        double stepImaginary = -StrictMath.sin(turn);
        double phasorReal = 1;
        double phasorImaginary = 0;
        double[] sum = new double[4];
        for (int frame = 0; frame < impulseResponse.length; frame++) {
            double real = impulseResponse[frame] * phasorReal;
            double imaginary = impulseResponse[frame] * phasorImaginary;
            sum[0] += real;
            sum[1] += imaginary;
            sum[2] += frame * real;
            sum[3] += frame * imaginary;
            double turned = phasorReal * stepReal - phasorImaginary * stepImaginary;
            phasorImaginary = phasorReal * stepImaginary + phasorImaginary * stepReal;
            phasorReal = turned;
        }
        return sum;
    }
}
