package io.arioso.plugins.limiter;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.analysis.ThdPlusNoise;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tests and the manual's plots measure of a whole limiter at 48 kHz. */
final class Measured {
    static final int RATE = 48_000;

    private static final int HALF_TAPS = 64;
    private static final int POINTS = 16;

    private Measured() {
    }

    /** Renders with settings as they are typed, after one another. */
    static float[][] render(float[][] audio, String... settings) {
        return PluginHarness.of(Limiter::new).blocks(1024).set(settings).render(audio);
    }

    /**
     * The gain of a steady 0.1 around a burst 9 dB above the ceiling, in decibels by frame; frame 0 is where the burst
     * begins in the delayed sound.
     */
    static double[] gainAroundBurst(int burstFrames, int from, int to, String... settings) {
        int at = RATE / 2;
        float[] in = new float[at + to + RATE / 2];
        Arrays.fill(in, 0.1f);
        float hot = (float) StrictMath.pow(10, 8 / 20.0);
        Arrays.fill(in, at, at + burstFrames, hot);
        PluginHarness harness = PluginHarness.of(Limiter::new).set("true_peak=off").set(settings);
        int latency = latency(settings);
        float[] out = harness.render(Signals.both(in))[0];
        double[] gain = new double[to - from];
        for (int i = 0; i < gain.length; i++) {
            int frame = at + from + i;
            gain[i] = 20 * StrictMath.log10(out[frame + latency] / in[frame]);
        }
        return gain;
    }

    /** The latency that settings lead to. */
    static int latency(String... settings) {
        try (var running = PluginHarness.of(Limiter::new).set(settings).open()) {
            return running.latencyFrames();
        }
    }

    /** Distortion and noise of a tone that comes {@code reductionDb} above the ceiling of -1 dB, in decibels. */
    static double thdPlusNoise(double hertz, double reductionDb, String... settings) {
        double peak = StrictMath.pow(10, (reductionDb - 1) / 20);
        float[] out = render(Signals.both(Signals.sine(3 * RATE, hertz, RATE, peak)), settings)[0];
        return ThdPlusNoise.of(out, 3 * RATE / 2, 3 * RATE, hertz, RATE).db();
    }

    /** Loud signals whose spectrum ends at 20 kHz, faded in and out; an abrupt start would have no end. */
    static Map<String, float[][]> hotSignals() {
        int frames = RATE;
        Map<String, float[][]> signals = new LinkedHashMap<>();
        signals.put("noise up to 20 kHz, seeds 1 and 2", new float[][] {
            Signals.lowPassedNoise(frames, 1, 20_000, RATE, 2), Signals.lowPassedNoise(frames, 2, 20_000, RATE, 2)});
        signals.put("noise up to 5 kHz, seed 3", Signals.both(Signals.lowPassedNoise(frames, 3, 5000, RATE, 4)));
        signals.put("19 kHz and 18 kHz", Signals.both(Signals.multitone(frames, RATE, 1, 19_000, 18_000)));
        signals.put("sweep", Signals.both(Signals.sweep(frames, 20, 20_000, RATE, 2)));
        signals.put("quarter-rate sine", Signals.both(Signals.sine(frames, RATE / 4.0 + 0.37, RATE, 2)));
        signals.put("997 Hz", Signals.both(Signals.sine(frames, 997, RATE, 4)));
        signals.values().forEach(Measured::fade);
        return signals;
    }

    private static void fade(float[][] audio) {
        int frames = RATE / 50;
        for (float[] channel : audio) {
            for (int i = 0; i < frames; i++) {
                float gain = (float) (0.5 - 0.5 * StrictMath.cos(StrictMath.PI * i / frames));
                channel[i] *= gain;
                channel[channel.length - 1 - i] *= gain;
            }
        }
    }

    /** The largest magnitude of both channels on a grid of 16 points a frame, by a Blackman-windowed sinc, in dBTP. */
    static double truePeakDb(float[][] audio) {
        double peak = 0;
        for (int point = 0; point < POINTS; point++) {
            float[] taps = taps((double) point / POINTS);
            for (float[] channel : audio) {
                for (int i = 0; i + taps.length <= channel.length; i++) {
                    float sum = 0;
                    for (int k = 0; k < taps.length; k++) {
                        sum += taps[k] * channel[i + k];
                    }
                    peak = Math.max(peak, Math.abs(sum));
                }
            }
        }
        return 20 * StrictMath.log10(peak);
    }

    private static float[] taps(double fraction) {
        float[] taps = new float[2 * HALF_TAPS];
        for (int k = 0; k < taps.length; k++) {
            double t = k - HALF_TAPS + 1 - fraction;
            double angle = StrictMath.PI * t / (HALF_TAPS + 1);
            double window = 0.42 + 0.5 * StrictMath.cos(angle) + 0.08 * StrictMath.cos(2 * angle);
            double sinc = t == 0 ? 1 : StrictMath.sin(StrictMath.PI * t) / (StrictMath.PI * t);
            taps[k] = (float) (window * sinc);
        }
        return taps;
    }

    /** What dither and rounding to {@code bits} add to noise at -20 dBFS, left and right, in steps. */
    static double[][] wordLengthError(int frames, String dither, int bits) {
        float[][] in = Signals.whiteChannels(2, frames, 77, 0.1);
        float[][] plain = render(in);
        float[][] rounded = render(in, "dither=" + dither, "dither_bits=" + bits);
        double[][] error = new double[2][frames];
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < frames; i++) {
                error[channel][i] = ((double) rounded[channel][i] - plain[channel][i]) * (1 << (bits - 1));
            }
        }
        return error;
    }

    /** The power of a signal between two frequencies per hertz, relative to that of one step of white noise, in dB. */
    static double densityDb(double[] x, double fromHertz, double toHertz) {
        int length = 4096;
        int first = (int) Math.ceil(fromHertz * length / RATE);
        int last = Math.max(first, (int) (toHertz * length / RATE));
        double power = 0;
        int count = 0;
        for (int start = 0; start + length <= x.length; start += length) {
            for (int bin = first; bin <= last; bin += 1 + (last - first) / 16) {
                power += binPower(x, start, length, bin);
                count++;
            }
        }
        return 10 * StrictMath.log10(power / count / length);
    }

    private static double binPower(double[] x, int start, int length, int bin) {
        double twoCosine = 2 * StrictMath.cos(2 * StrictMath.PI * bin / length);
        double one = 0;
        double two = 0;
        // Goertzel with a Hann window scaled to unit power.
        for (int i = 0; i < length; i++) {
            double window = StrictMath.sqrt(8 / 3.0) * HANN[i];
            double zero = window * x[start + i] + twoCosine * one - two;
            two = one;
            one = zero;
        }
        return one * one + two * two - twoCosine * one * two;
    }

    private static final double[] HANN = new double[4096];

    static {
        for (int i = 0; i < HANN.length; i++) {
            HANN[i] = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / HANN.length);
        }
    }
}
