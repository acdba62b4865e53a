package io.arioso.plugins.widener;

import org.jtransforms.fft.DoubleFFT_1D;

/** What a stereo effect makes of a mono impulse, by frequency: the levels of left and right, and how they correlate. */
final class StereoImpulse {
    private static final int LENGTH = 1 << 14;

    private final double rate;
    private final double[] left;
    private final double[] right;

    /** The responses may be shorter or longer; what lies beyond 16,384 frames is left out. */
    StereoImpulse(float[] leftResponse, float[] rightResponse, double rate) {
        this.rate = rate;
        left = spectrum(leftResponse);
        right = spectrum(rightResponse);
    }

    private static double[] spectrum(float[] response) {
        double[] x = new double[LENGTH];
        for (int i = 0; i < Math.min(LENGTH, response.length); i++) {
            x[i] = response[i];
        }
        new DoubleFFT_1D(LENGTH).realForward(x);
        return x;
    }

    /** Level of the left channel's band in decibels, above that of both channels from 300 Hz on. */
    double leftDb(double hertz, double octaves) {
        return bandDb(left, hertz, octaves);
    }

    /** Level of the right channel's band in decibels, above that of both channels from 300 Hz on. */
    double rightDb(double hertz, double octaves) {
        return bandDb(right, hertz, octaves);
    }

    private double bandDb(double[] spectrum, double hertz, double octaves) {
        double lowest = 300;
        double highest = 18_000;
        double common = 0.5 * (mean(left, lowest, highest) + mean(right, lowest, highest));
        double half = Math.pow(2, octaves / 2);
        return 10 * Math.log10(mean(spectrum, hertz / half, hertz * half) / common);
    }

    private double mean(double[] spectrum, double from, double to) {
        return sum(spectrum, spectrum, from, to) / (bin(to) - bin(from) + 1);
    }

    /** Correlation of left and right in a band, for white noise. */
    double correlation(double hertz, double octaves) {
        double half = Math.pow(2, octaves / 2);
        double from = hertz / half;
        double to = hertz * half;
        return sum(left, right, from, to)
            / Math.sqrt(sum(left, left, from, to) * sum(right, right, from, to));
    }

    /** Real part of the cross power. */
    private double sum(double[] a, double[] b, double from, double to) {
        double sum = 0;
        for (int bin = bin(from); bin <= bin(to); bin++) {
            int re = 2 * bin;
            sum += a[re] * b[re] + a[re + 1] * b[re + 1];
        }
        return sum;
    }

    private int bin(double hertz) {
        return (int) Math.max(1, Math.min(LENGTH / 2 - 1, Math.rint(hertz / rate * LENGTH)));
    }

    /** Largest deviation of a third octave of either channel from the common level, between two frequencies. */
    double deviationDb(double from, double to) {
        double worst = 0;
        for (double hertz = from; hertz <= to; hertz *= Math.pow(2, 1.0 / 3)) {
            worst = Math.max(worst, Math.max(Math.abs(leftDb(hertz, 1.0 / 3)), Math.abs(rightDb(hertz, 1.0 / 3))));
        }
        return worst;
    }

    /** Largest size of the correlation of an octave from 500 Hz to 16 kHz. */
    double largestCorrelation() {
        double worst = 0;
        for (double hertz = 500; hertz <= Math.min(16_000, rate / 3); hertz *= 2) {
            worst = Math.max(worst, Math.abs(correlation(hertz, 1)));
        }
        return worst;
    }
}
