package io.arioso.plugins.delay;

import io.arioso.testkit.PluginHarness;

/** What tests and plots of the delay measure with. */
final class Echoing {
    static final int RATE = 48_000;

    private Echoing() {
    }

    /** A delay of which only the echoes are heard. */
    static PluginHarness wet(String... settings) {
        return PluginHarness.of(Delay::new).set("mix=100 %").set(settings);
    }

    /** One impulse through a fully wet delay. */
    static float[][] impulse(int frames, String... settings) {
        float[] impulse = new float[frames];
        impulse[0] = 1;
        return wet(settings).render(impulse, impulse.clone());
    }

    static double db(double gain) {
        return 20 * StrictMath.log10(Math.max(1e-30, gain));
    }

    static double peak(float[] x, int from, int to) {
        double peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(x[i]));
        }
        return peak;
    }

    /** Level of a frequency in a stretch, Hann-weighted: 1 for a sine of amplitude 1. */
    static double tone(float[] x, int from, int to, double hertz) {
        double re = 0;
        double im = 0;
        double weights = 0;
        for (int i = from; i < to; i++) {
            double weight = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * (i - from + 0.5) / (to - from));
            re += weight * x[i] * StrictMath.cos(2 * StrictMath.PI * hertz * i / RATE);
            im += weight * x[i] * StrictMath.sin(2 * StrictMath.PI * hertz * i / RATE);
            weights += weight;
        }
        return 2 * Math.sqrt(re * re + im * im) / weights;
    }

    /** A burst of a tone under a Hann window, centred on {@code centre}, so long in frames. */
    static float[] burst(int frames, int centre, int length, double hertz) {
        float[] x = new float[frames];
        for (int i = Math.max(0, centre - length / 2); i < Math.min(frames, centre + length / 2); i++) {
            double window = 0.5 + 0.5 * StrictMath.cos(2 * StrictMath.PI * (i - centre) / length);
            x[i] = (float) (window * StrictMath.cos(2 * StrictMath.PI * hertz * (i - centre) / RATE));
        }
        return x;
    }

    /** Frames by which a tone in a stretch is later than one whose crest is at {@code expected}. */
    static double lateness(float[] x, int from, int to, double hertz, double expected) {
        double re = 0;
        double im = 0;
        double turn = 2 * StrictMath.PI * hertz / RATE;
        for (int i = from; i < to; i++) {
            re += x[i] * StrictMath.cos(turn * (i - expected));
            im += x[i] * StrictMath.sin(turn * (i - expected));
        }
        return StrictMath.atan2(im, re) / turn;
    }
}
