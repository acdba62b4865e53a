package io.arioso.plugins.widener;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.signal.Signals;

/** What the tests and the plots measure at the widener. */
final class WidenerMeasurements {
    static final double RATE = 48_000;
    static final int FRAMES = 1 << 15;
    /** The bands set apart, so that they are split. */
    static final String[] APART = {"band1_width=0 %", "band2_width=60 %", "band3_width=140 %", "band4_width=200 %"};

    private WidenerMeasurements() {
    }

    static PluginHarness widener(String... settings) {
        return PluginHarness.of(StereoWidener::new).rate(RATE).set(settings);
    }

    /** A widener whose four bands decorrelate by so much. */
    static PluginHarness decorrelating(String percent, String... more) {
        PluginHarness harness = widener(more);
        for (int band = 1; band <= 4; band++) {
            harness.set("band" + band + "_decorrelation=" + percent);
        }
        return harness;
    }

    static float[] mid(float[][] stereo) {
        return combined(stereo, 0.5f);
    }

    static float[] side(float[][] stereo) {
        return combined(stereo, -0.5f);
    }

    private static float[] combined(float[][] stereo, float right) {
        float[] sum = new float[stereo[0].length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 0.5f * stereo[0][i] + right * stereo[1][i];
        }
        return sum;
    }

    /** What becomes of the side alone. */
    static FrequencyResponse sideResponse(PluginHarness harness) {
        float[] impulse = Signals.impulse(FRAMES, 0, 0.5);
        float[] inverse = Signals.impulse(FRAMES, 0, -0.5);
        float[] response = side(harness.render(impulse, inverse));
        for (int i = 0; i < FRAMES; i++) {
            response[i] *= 2;
        }
        return FrequencyResponse.of(response, RATE);
    }

    /** What becomes of (L + R) / 2 of a sound that is in the left channel alone. */
    static FrequencyResponse monoSumResponse(PluginHarness harness) {
        float[] response = mid(harness.render(Signals.impulse(FRAMES, 0, 1), new float[FRAMES]));
        for (int i = 0; i < FRAMES; i++) {
            response[i] *= 2;
        }
        return FrequencyResponse.of(response, RATE);
    }

    /** Left and right for an impulse in both. */
    static StereoImpulse decorrelation(PluginHarness harness, double rate) {
        float[] impulse = Signals.impulse(FRAMES, 0, 1);
        float[][] out = harness.rate(rate).render(impulse, impulse);
        return new StereoImpulse(out[0], out[1], rate);
    }

    /** Left and right that are mostly against each other: correlation about -0.8. */
    static float[][] antiphase(int frames, long seed, double sideGain) {
        float[] m = Signals.white(frames, seed, 0.1);
        float[] s = Signals.white(frames, seed + 1, 0.1 * sideGain);
        float[][] stereo = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            stereo[0][i] = m[i] + s[i];
            stereo[1][i] = m[i] - s[i];
        }
        return stereo;
    }

    /** Correlation of the frames from..to - 1. */
    static double correlation(float[][] stereo, int from, int to) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = from; i < to; i++) {
            product += (double) stereo[0][i] * stereo[1][i];
            left += (double) stereo[0][i] * stereo[0][i];
            right += (double) stereo[1][i] * stereo[1][i];
        }
        return product / Math.sqrt(left * right);
    }

    static double power(float[] x, int from, int to) {
        double power = 0;
        for (int i = from; i < to; i++) {
            power += (double) x[i] * x[i];
        }
        return power;
    }
}
