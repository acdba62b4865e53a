package io.arioso.plugins.delay;

import io.arioso.testkit.signal.Signals;

/** What ducking does to quiet echoes while a loud key plays: gains in decibels, frame by frame. */
final class DuckingCurve {
    static final int KEY_START = Echoing.RATE;
    static final int KEY_END = 2 * Echoing.RATE;
    private static final int FRAMES = 5 * Echoing.RATE;

    private DuckingCurve() {
    }

    /** The same echoes with and without ducking, divided. */
    static double[] measure(double thresholdDb, double amountDb, double attackMs, double releaseMs) {
        float[] programme = Signals.white(FRAMES, 77, 1e-4);
        for (int i = KEY_START; i < KEY_END; i++) {
            programme[i] += (i - KEY_START) / 8 % 2 == 0 ? 0.5f : -0.5f;
        }
        float[] with = render(programme, "duck_on=on", "duck_threshold=" + thresholdDb + " dB",
            "duck_amount=" + amountDb + " dB", "duck_attack_ms=" + attackMs + " ms",
            "duck_release_ms=" + releaseMs + " ms");
        float[] without = render(programme);
        double[] gains = new double[FRAMES];
        for (int i = 1; i < FRAMES; i++) {
            boolean measurable = Math.abs(without[i]) > 1e-6;
            gains[i] = measurable ? Echoing.db(Math.abs(with[i] / without[i])) : gains[i - 1];
        }
        return gains;
    }

    private static float[] render(float[] programme, String... settings) {
        return Echoing.wet("time_ms=5 ms", "feedback=0 %").set(settings).render(programme, programme)[0];
    }
}
