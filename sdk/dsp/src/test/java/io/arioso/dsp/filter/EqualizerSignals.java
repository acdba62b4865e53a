package io.arioso.dsp.filter;

import java.util.Random;

/** Test signals and the comparisons that the equaliser's tests share. */
final class EqualizerSignals {
    private EqualizerSignals() {
    }

    static float[][] noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] audio = new float[channels][frames];
        for (int i = 0; i < frames; i++) {
            for (float[] channel : audio) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
        return audio;
    }

    static float[][] copy(float[][] audio) {
        float[][] copy = new float[audio.length][];
        for (int c = 0; c < audio.length; c++) {
            copy[c] = audio[c].clone();
        }
        return copy;
    }

    static double[] doubles(float[] x) {
        double[] copy = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i];
        }
        return copy;
    }

    static float[][] process(ParametricEqualizer equalizer, float[][] audio) {
        float[][] copy = copy(audio);
        equalizer.process(copy, 0, copy[0].length);
        return copy;
    }

    static ParametricEqualizer settled(double sampleRate, int channels, BandSettings... bands) {
        ParametricEqualizer equalizer = new ParametricEqualizer(sampleRate, channels);
        for (int i = 0; i < bands.length; i++) {
            equalizer.setBand(i, bands[i], BandChannel.STEREO);
        }
        equalizer.reset();
        return equalizer;
    }

    static double peak(float[] x, int from) {
        double peak = 0;
        for (int i = from; i < x.length; i++) {
            peak = Math.max(peak, Math.abs(x[i]));
        }
        return peak;
    }
}
