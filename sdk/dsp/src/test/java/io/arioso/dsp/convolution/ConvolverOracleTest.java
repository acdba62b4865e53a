package io.arioso.dsp.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out is the convolution. */
class ConvolverOracleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 128, 959, 960, 961, 8127, 8128, 8129, 30_000})
    void zeroLatencyIsTheConvolutionAtEveryLength(int taps) {
        requireConvolution(new ZeroLatencyConvolver(NaiveConvolution.decay(taps, taps)),
                NaiveConvolution.decay(taps, taps), taps + 20_000, 11);
    }

    @Test
    void zeroLatencyIsTheConvolutionOfFourteenSeconds() {
        float[] impulse = NaiveConvolution.decay(14, 672_000);
        requireConvolution(new ZeroLatencyConvolver(impulse), impulse, 700_000, 997);
    }

    @ParameterizedTest
    @CsvSource({"16, 100", "64, 1", "64, 1000", "512, 512", "512, 16384", "2048, 5000", "4096, 10000", "8192, 20000"})
    void uniformIsTheConvolutionOnePartitionLate(int block, int taps) {
        float[] impulse = NaiveConvolution.decay(taps, taps);
        requireConvolution(new UniformConvolver(impulse, block, 0), impulse, taps + 20_000, 7);
    }

    /** Compares each frame of a stride that meets all residues of the grid. */
    private static void requireConvolution(Convolver convolver, float[] impulse, int frames, int stride) {
        float[] in = NaiveConvolution.noise(5, frames);
        float[] out = new float[frames];
        convolver.process(in, 0, out, 0, frames);
        double power = 0;
        double error = 0;
        double worst = 0;
        int latency = convolver.latencyFrames();
        for (int n = 0; n + latency < frames; n += stride) {
            double expected = NaiveConvolution.at(n, in, impulse);
            double difference = out[n + latency] - expected;
            power += expected * expected;
            error += difference * difference;
            worst = Math.max(worst, Math.abs(difference));
        }
        double rms = Math.sqrt(power / (frames / stride));
        double db = 10 * Math.log10(error / power);
        assertTrue(db <= -125, impulse.length + " taps: difference " + db + " dB");
        assertTrue(worst <= 1e-5 * rms, impulse.length + " taps: worst " + worst / rms + " of the output's RMS");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 100, 1000, 20_000, 600_000})
    void unitImpulseComesBackAsTheImpulseResponse(int at) {
        float[] impulse = NaiveConvolution.decay(at, 40_000);
        float[] in = new float[at + 50_000];
        in[at] = 1;
        float[] out = new float[in.length];
        new ZeroLatencyConvolver(impulse).process(in, 0, out, 0, in.length);
        for (int i = 0; i < in.length; i++) {
            float expected = i >= at && i - at < impulse.length ? impulse[i - at] : 0;
            assertEquals(expected, out[i], 1e-6, "frame " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 70, 5_000, 300_000, 600_000})
    void shiftedUnitImpulseDelaysExactly(int delay) {
        float[] impulse = new float[delay + 1];
        impulse[delay] = 1;
        float[] in = NaiveConvolution.noise(delay, 20_000);
        float[] out = new float[delay + in.length];
        Convolver convolver = new ZeroLatencyConvolver(impulse);
        convolver.process(Arrays.copyOf(in, out.length), 0, out, 0, out.length);
        for (int i = 0; i < in.length; i++) {
            assertEquals(in[i], out[delay + i], 1e-6, "frame " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sumOfInputsGivesSumOfOutputs(long seed) {
        Random random = new Random(seed);
        float[] impulse = NaiveConvolution.decay(seed, 1 + random.nextInt(12_000));
        float[] a = NaiveConvolution.noise(seed + 10, 20_000);
        float[] b = NaiveConvolution.noise(seed + 20, 20_000);
        float[] both = new float[20_000];
        for (int i = 0; i < both.length; i++) {
            both[i] = a[i] + b[i];
        }
        float[] outA = run(impulse, a);
        float[] outB = run(impulse, b);
        float[] outBoth = run(impulse, both);
        for (int i = 0; i < both.length; i++) {
            assertEquals(outA[i] + outB[i], outBoth[i], 3e-5, "seed " + seed + ", frame " + i);
        }
    }

    private static float[] run(float[] impulse, float[] in) {
        float[] out = new float[in.length];
        new ZeroLatencyConvolver(impulse).process(in, 0, out, 0, in.length);
        return out;
    }
}
