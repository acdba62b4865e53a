package io.arioso.dsp.dynamics;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Signals at 48 kHz whose peaks are hard to catch. */
final class HotSignals {
    private HotSignals() {
    }

    /** By name. */
    static Map<String, float[]> all(int frames) {
        Map<String, float[]> signals = new LinkedHashMap<>();
        signals.put("Gaussian noise of seed 1, +6 dB", Signals.gaussian(frames, 1, 2));
        signals.put("fs/4 sine at 45 degrees, +6 dB", Signals.sine(frames, 0.25, Math.PI / 4, 2));
        signals.put("random signs of seed 3", signs(frames, 3, 1.5f));
        signals.put("bursts of seed 4", bursts(frames, 4));
        signals.put("997 Hz, +12 dB", Signals.sine(frames, 997 / 48_000.0, 0, 4));
        signals.put("19.5 kHz, +3 dB", Signals.sine(frames, 19_500 / 48_000.0, 0.1, 1.41));
        signals.put("worst-case sinc trains", sincTrains(frames));
        return signals;
    }

    private static float[] signs(int frames, long seed, float peak) {
        float[] out = Signals.uniform(frames, seed, -1, 1);
        for (int i = 0; i < frames; i++) {
            out[i] = peak * Math.signum(out[i]);
        }
        return out;
    }

    private static float[] bursts(int frames, long seed) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        double level = 0;
        for (int i = 0; i < frames; i++) {
            level = i % 3000 == 0 ? 1 + 3 * random.nextDouble() : level * 0.998;
            out[i] = (float) (level * random.nextGaussian());
        }
        return out;
    }

    /** Samples that all push the waveform between two of them the same way: alternating signs on either side. */
    private static float[] sincTrains(int frames) {
        float[] out = new float[frames];
        for (int centre = 500; centre + 40 < frames; centre += 1000) {
            for (int k = 0; k < 12; k++) {
                float sign = k % 2 == 0 ? 0.85f : -0.85f;
                out[centre + 1 + k] = sign;
                out[centre - k] = sign;
            }
        }
        return out;
    }

    /** Through a linear-phase low-pass: 20 kHz passes, 22 kHz is gone (at 48 kHz). */
    static float[] lowPassed(float[] x) {
        double[] h = PolyphaseFilter.design(0, 256, 0.437, KaiserWindow.forStopBand(100));
        double[] padded = new double[x.length + h.length];
        for (int i = 0; i < x.length; i++) {
            padded[i + h.length / 2] = x[i];
        }
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < h.length; k++) {
                sum += h[k] * padded[i + k];
            }
            out[i] = (float) sum;
        }
        return out;
    }
}
