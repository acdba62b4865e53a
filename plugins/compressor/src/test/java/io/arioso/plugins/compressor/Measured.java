package io.arioso.plugins.compressor;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.analysis.ThdPlusNoise;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;

/** What the tests and the plots measure of the compressor; one place, so that the manual shows what is tested. */
final class Measured {
    /** Part of a step that is done after one time constant. */
    static final double PART = 1 - 1 / StrictMath.E;
    private static final double BURST_HERTZ = 6000;

    private Measured() {
    }

    /** A compressor with settings as typed. */
    static PluginHarness compressor(String... typed) {
        return PluginHarness.of(Compressor::new).set(typed);
    }

    /** The settled gain in decibels for a sine of {@code levelDb} peak. */
    static double staticGainDb(double levelDb, double hertz, String... typed) {
        double rate = 48_000;
        float[] sine = Signals.sine(96_000, hertz, rate, gain(levelDb));
        float[] out = compressor(typed).render(sine, sine)[0];
        return ThdPlusNoise.of(out, 48_000, 96_000, hertz, rate).db() > 0 ? Double.NaN
            : db(ThdPlusNoise.of(out, 48_000, 96_000, hertz, rate).amplitude()) - levelDb;
    }

    /**
     * The gain in decibels, frame by frame, while a tone of 6 kHz goes from -40 dBFS to 0 and back, as the quotient of
     * output and input; NaN near the tone's zeros.
     */
    static double[] stepGains(double rate, int before, int loud, int after, String... typed) {
        float[] tone = Signals.sine(before + loud + after, BURST_HERTZ, rate, 1);
        for (int i = 0; i < tone.length; i++) {
            if (i < before || i >= before + loud) {
                tone[i] *= 0.01f;
            }
        }
        float[] out = compressor(typed).rate(rate).render(tone, tone)[0];
        double[] gains = new double[tone.length];
        Arrays.setAll(gains, i -> Math.abs(tone[i]) < 1e-3 ? Double.NaN : db(Math.abs(out[i] / (double) tone[i])));
        return gains;
    }

    /** The first frame from {@code from} on whose gain has passed {@code goalDb}, less {@code from}. */
    static int framesTo(double[] gains, int from, double goalDb, boolean falling) {
        for (int i = from; i < gains.length; i++) {
            if (!Double.isNaN(gains[i]) && (falling ? gains[i] <= goalDb : gains[i] >= goalDb)) {
                return i - from;
            }
        }
        throw new AssertionError("the gain never passes " + goalDb + " dB");
    }

    /** Distortion and noise of a sine 20 dB over, ratio 4, hard knee, relative to the sine in decibels. */
    static double thdDb(double hertz, String... typed) {
        double rate = 48_000;
        float[] sine = Signals.sine(480_000, hertz, rate, gain(-10));
        float[] out = compressor(typed).set("threshold=-30", "ratio=4", "knee=0").render(sine, sine)[0];
        return ThdPlusNoise.of(out, 240_000, 480_000, hertz, rate).db();
    }

    static double gain(double db) {
        return StrictMath.pow(10, db / 20);
    }

    static double db(double gain) {
        return 20 * StrictMath.log10(gain);
    }
}
