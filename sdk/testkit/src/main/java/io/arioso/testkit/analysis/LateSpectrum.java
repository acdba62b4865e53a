package io.arioso.testkit.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How even the spectrum of a tail is: deviations of its fine bins from their third-octave mean. Gaussian noise has a
 * standard deviation of 5.6 dB.
 *
 * @param sigmaDb standard deviation of the bins in decibels
 * @param peakDb  highest bin above its third-octave mean power in decibels
 */
public record LateSpectrum(double sigmaDb, double peakDb) {

    /**
     * Measures from 500 Hz to 4 kHz, without a window: the decay is one.
     *
     * @param tail a stretch of some seconds, cut to a power of two
     */
    public static LateSpectrum of(float[] tail, double rate) {
        int length = Integer.highestOneBit(tail.length);
        double[] bins = FrequencyResponse.of(Arrays.copyOf(tail, length), rate).magnitudesDb(length);
        List<Double> deviations = new ArrayList<>();
        double peak = Double.NEGATIVE_INFINITY;
        double ratio = StrictMath.pow(2, 1 / 3.0);
        for (double low = 500; low * ratio <= 4001; low *= ratio) {
            int from = (int) Math.ceil(low * length / rate);
            int to = (int) (low * ratio * length / rate);
            double power = 0;
            double decibels = 0;
            for (int bin = from; bin < to; bin++) {
                power += StrictMath.pow(10, bins[bin] / 10) / (to - from);
                decibels += bins[bin] / (to - from);
            }
            for (int bin = from; bin < to; bin++) {
                deviations.add(bins[bin] - decibels);
                peak = Math.max(peak, bins[bin] - 10 * StrictMath.log10(power));
            }
        }
        double squares = deviations.stream().mapToDouble(deviation -> deviation * deviation).sum();
        return new LateSpectrum(Math.sqrt(squares / deviations.size()), peak);
    }
}
