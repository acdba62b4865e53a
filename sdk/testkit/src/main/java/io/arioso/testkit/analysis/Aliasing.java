package io.arioso.testkit.analysis;

import org.jtransforms.fft.DoubleFFT_1D;

/** Energy that stands at no harmonic of a sine: what an effect that bends the waveform has folded back. */
public final class Aliasing {
    /** Bins on each side of a line that count as it: the main lobe and the side lobes that would be the floor. */
    private static final int LINE_BINS = 16;
    private static final double[] BLACKMAN_HARRIS = {0.35875, -0.48829, 0.14128, -0.01168};

    private Aliasing() {
    }

    /**
     * Energy outside the constant and all harmonics below the Nyquist frequency, relative to the whole, in decibels.
     * Floor about -100 dB with the Blackman-Harris window. Choose a sine whose folded harmonics do not meet a true one.
     *
     * @param signal a settled stretch; the largest power of two that fits is analysed, from its end
     */
    public static double db(float[] signal, double hertz, double rate) {
        int length = Integer.highestOneBit(signal.length);
        double[] data = windowed(signal, length);
        new DoubleFFT_1D(length).realForward(data);
        double folded = 0;
        double all = 0;
        double binsPerHarmonic = hertz / rate * length;
        for (int bin = 0; bin <= length / 2; bin++) {
            double power = FrequencyResponse.power(data, bin);
            all += power;
            double toHarmonic = Math.abs(bin - Math.rint(bin / binsPerHarmonic) * binsPerHarmonic);
            if (toHarmonic > LINE_BINS) folded += power;
        }
        return 10 * StrictMath.log10(folded / all);
    }

    private static double[] windowed(float[] signal, int length) {
        double[] data = new double[length];
        for (int frame = 0; frame < length; frame++) {
            double window = 0;
            for (int term = 0; term < BLACKMAN_HARRIS.length; term++)
                window += BLACKMAN_HARRIS[term] * StrictMath.cos(2 * Math.PI * term * frame / length);
            data[frame] = window * signal[signal.length - length + frame];
        }
        return data;
    }
}
