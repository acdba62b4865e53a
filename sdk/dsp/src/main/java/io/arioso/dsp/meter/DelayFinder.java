package io.arioso.dsp.meter;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Finds by how many frames one recording lags behind another: the peak of their cross-correlation. Not for the audio
 * thread.
 */
public final class DelayFinder {
    private DelayFinder() {
    }

    /**
     * The lag at which the second signal resembles the first most, whatever its polarity.
     *
     * @param first  the reference
     * @param second the signal that may lag
     * @param maxLag the largest lag looked at in either direction, 0 or more
     * @return frames by which the second lags, negative if it leads; 0 if either is silent
     */
    public static int lag(float[] first, float[] second, int maxLag) {
        int size = Integer.highestOneBit(Math.max(1, Math.max(first.length, second.length) + maxLag - 1)) * 2;
        double[] correlation = correlate(first, second, size);
        int best = 0;
        double strongest = Math.abs(correlation[0]);
        for (int lag = 1; lag <= maxLag; lag++) {
            double later = Math.abs(correlation[lag]);
            double earlier = Math.abs(correlation[size - lag]);
            if (later > strongest) {
                strongest = later;
                best = lag;
            }
            if (earlier > strongest) {
                strongest = earlier;
                best = -lag;
            }
        }
        return best;
    }

    /** The circular correlation by way of the spectrum; the zeros behind each signal keep its ends apart. */
    private static double[] correlate(float[] first, float[] second, int size) {
        DoubleFFT_1D fft = new DoubleFFT_1D(size);
        double[] a = spectrum(fft, first, size);
        double[] b = spectrum(fft, second, size);
        a[0] *= b[0]; // JTransforms packs the spectrum of real data: 0 is DC, 1 is Nyquist
        a[1] *= b[1];
        for (int bin = 2; bin < size; bin += 2) {
            double real = a[bin] * b[bin] + a[bin + 1] * b[bin + 1];
            double imaginary = a[bin] * b[bin + 1] - a[bin + 1] * b[bin];
            a[bin] = real;
            a[bin + 1] = imaginary;
        }
        fft.realInverse(a, true);
        return a;
    }

    private static double[] spectrum(DoubleFFT_1D fft, float[] signal, int size) {
        double[] spectrum = new double[size];
        for (int frame = 0; frame < signal.length; frame++) spectrum[frame] = signal[frame];
        fft.realForward(spectrum);
        return spectrum;
    }
}
