package io.arioso.dsp.convolution;

import java.util.Random;

/** Convolution as its definition reads, in double: the oracle. */
final class NaiveConvolution {
    private NaiveConvolution() {
    }

    /** Output frame {@code n}: the sum of {@code impulse[k] * in[n - k]}. */
    static double at(int n, float[] in, float[] impulse) {
        double sum = 0;
        for (int k = Math.max(0, n - in.length + 1); k <= Math.min(n, impulse.length - 1); k++) {
            sum += (double) impulse[k] * in[n - k];
        }
        return sum;
    }

    /** White noise within -1..1. */
    static float[] noise(long seed, int frames) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = 2 * random.nextFloat() - 1;
        }
        return out;
    }

    /** Noise that decays by 60 dB to its end. */
    static float[] decay(long seed, int frames) {
        float[] out = noise(seed, frames);
        for (int i = 0; i < frames; i++) {
            out[i] *= (float) Math.pow(10, -3.0 * i / frames);
        }
        return out;
    }
}
