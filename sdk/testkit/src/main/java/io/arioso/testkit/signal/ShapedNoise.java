package io.arioso.testkit.signal;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jtransforms.fft.DoubleFFT_1D;

/** Noise of a given spectrum, made in the frequency domain. */
final class ShapedNoise {
    private ShapedNoise() {
    }

    /** Frames of the transform that makes so many frames of noise: the next power of two. */
    static int transformLength(int frames) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, frames - 1)) << 1);
    }

    /** White noise whose bins are multiplied by a gain, scaled to a peak. */
    static float[] make(int frames, long seed, double level, IntToDoubleFunction gainOfBin) {
        int length = transformLength(frames);
        Random random = new Random(seed);
        double[] data = new double[length];
        for (int frame = 0; frame < length; frame++) data[frame] = random.nextInt() * 0x1p-31;
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        transform.realForward(data);
        data[0] *= gainOfBin.applyAsDouble(0);
        data[1] *= gainOfBin.applyAsDouble(length / 2);
        for (int bin = 1; bin < length / 2; bin++) {
            double gain = gainOfBin.applyAsDouble(bin);
            data[2 * bin] *= gain;
            data[2 * bin + 1] *= gain;
        }
        transform.realInverse(data, true);
        return scaled(data, frames, level);
    }

    private static float[] scaled(double[] data, int frames, double level) {
        double peak = Double.MIN_NORMAL;
        for (int frame = 0; frame < frames; frame++) peak = Math.max(peak, Math.abs(data[frame]));
        float[] signal = new float[frames];
        for (int frame = 0; frame < frames; frame++) signal[frame] = (float) (data[frame] * (level / peak));
        return signal;
    }
}
