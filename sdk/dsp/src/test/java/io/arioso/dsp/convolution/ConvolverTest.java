package io.arioso.dsp.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.Allocation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How convolvers behave: blocks, silence, bad input, memory, change. */
class ConvolverTest {
    private static final float[] IMPULSE = NaiveConvolution.decay(1, 30_000);

    static List<Convolver> convolvers() {
        return List.of(new ZeroLatencyConvolver(IMPULSE), new UniformConvolver(IMPULSE, 512, 512));
    }

    @ParameterizedTest
    @MethodSource("convolvers")
    void anySplitIntoBlocksGivesTheSameBits(Convolver convolver) {
        float[] in = NaiveConvolution.noise(2, 50_000);
        float[] whole = new float[in.length];
        convolver.process(in, 0, whole, 0, in.length);
        for (int size : new int[] {1, 7, 64, 480, 512, 1000, 4096, -1}) {
            convolver.reset();
            Random random = new Random(3);
            float[] out = new float[in.length];
            for (int at = 0; at < in.length; ) {
                int n = Math.min(in.length - at, size > 0 ? size : 1 + random.nextInt(3_000));
                convolver.process(in, at, out, at, n);
                at += n;
            }
            assertArrayEquals(whole, out, "blocks of " + size);
        }
    }

    @ParameterizedTest
    @MethodSource("convolvers")
    void outputMayReplaceTheInput(Convolver convolver) {
        float[] in = NaiveConvolution.noise(4, 5_000);
        float[] out = new float[5_000];
        convolver.process(in, 0, out, 0, 5_000);
        convolver.reset();
        convolver.process(in, 0, in, 0, 5_000);
        assertArrayEquals(out, in);
    }

    @ParameterizedTest
    @MethodSource("convolvers")
    void afterTheTailOutputIsExactlyZero(Convolver convolver) {
        float[] in = Arrays.copyOf(NaiveConvolution.noise(6, 20_000), 80_000);
        in[20_000] = 1e-38f;
        float[] out = new float[in.length];
        convolver.process(in, 0, out, 0, in.length);
        for (int i = 20_000 + IMPULSE.length + 2 * 4096; i < out.length; i++) {
            assertEquals(0, Float.floatToRawIntBits(out[i]), "frame " + i + " is " + out[i]);
        }
        for (float sample : out) {
            assertTrue(sample == 0 || Math.abs(sample) >= 1e-30f, "denormal " + sample);
        }
    }

    @ParameterizedTest
    @MethodSource("convolvers")
    void damagedSamplesCountAsSilence(Convolver convolver) {
        float[] clean = NaiveConvolution.noise(7, 40_000);
        float[] damaged = clean.clone();
        float[] bad = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -1e30f};
        for (int i = 0; i < bad.length; i++) {
            clean[1_000 * i] = 0;
            damaged[1_000 * i] = bad[i];
        }
        float[] expected = new float[40_000];
        float[] actual = new float[40_000];
        convolver.process(clean, 0, expected, 0, 40_000);
        convolver.reset();
        convolver.process(damaged, 0, actual, 0, 40_000);
        assertArrayEquals(expected, actual);
    }

    @ParameterizedTest
    @MethodSource("convolvers")
    void processingAllocatesNothing(Convolver convolver) {
        float[] audio = NaiveConvolution.noise(8, 48_000);
        float[] out = new float[48_000];
        convolver.process(audio, 0, out, 0, 48_000);
        assertEquals(0, Allocation.bytes(() -> {
            for (int at = 0; at + 100 <= 48_000; at += 100) {
                convolver.process(audio, at, out, at, 100);
            }
        }));
    }

    @Test
    void longPartitionsAndChangesAllocateNothing() {
        float[] audio = NaiveConvolution.noise(8, 48_000);
        float[] out = new float[48_000];
        Convolver veryLong = new ZeroLatencyConvolver(NaiveConvolution.decay(1, 600_000));
        UniformConvolver changing = new UniformConvolver(IMPULSE, 8192, 8192);
        assertEquals(0, Allocation.bytes(() -> {
            veryLong.process(audio, 0, out, 0, 48_000);
            for (int at = 0; at < 48_000; at += 4_000) {
                changing.setImpulse(IMPULSE, 20_000 + at / 10);
                changing.process(audio, at, out, at, 4_000);
            }
        }));
    }

    /** The hash was the same on JDK 17 and 25, x86-64; a platform whose tables differ would show here. */
    @Test
    void bitsAreThoseOfEveryPlatform() {
        int hash = 1;
        for (Convolver convolver : List.of(new ZeroLatencyConvolver(NaiveConvolution.noise(9, 600_000)),
                new UniformConvolver(NaiveConvolution.noise(9, 3_000), 128, 0))) {
            float[] out = new float[100_000];
            convolver.process(NaiveConvolution.noise(10, 100_000), 0, out, 0, 100_000);
            hash = 31 * hash + Arrays.hashCode(out);
        }
        assertEquals(-43012469, hash);
    }

    @Test
    void changedImpulseResponseIsExactAfterItsFade() {
        float[] first = NaiveConvolution.decay(11, 4_000);
        float[] second = NaiveConvolution.decay(12, 3_000);
        UniformConvolver convolver = new UniformConvolver(first, 128, 300);
        float[] in = NaiveConvolution.noise(13, 12_000);
        float[] out = new float[in.length];
        convolver.process(in, 0, out, 0, 5_000);
        convolver.setImpulse(second, second.length);
        convolver.process(in, 5_000, out, 5_000, 7_000);
        for (int n = 0; n < 12_000 - 128; n++) {
            if (n >= 5_000 - 128 && n < 5_000 + 9 * 128 + 300) continue;
            double expected = NaiveConvolution.at(n, in, n < 5_000 ? first : second);
            assertEquals(expected, out[n + 128], 2e-5, "frame " + n);
        }
    }

    @Test
    void changeFadesBetweenTwoSteadyStates() {
        UniformConvolver convolver = new UniformConvolver(new float[] {1, 0, 0}, 64, 640);
        float[] sine = new float[8_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * 0.01 * i);
        }
        float[] out = new float[8_000];
        convolver.process(sine, 0, out, 0, 4_000);
        convolver.setImpulse(new float[] {0.25f}, 1);
        convolver.process(sine, 4_000, out, 4_000, 4_000);
        double steepest = 2 * Math.PI * 0.01 + 1.0 / 640;
        for (int i = 65; i < 8_000; i++) {
            assertTrue(Math.abs(out[i] - out[i - 1]) <= steepest, "jump at frame " + i);
        }
        assertEquals(0.25 * sine[7_000], out[7_064], 1e-6);
    }

    @Test
    void ofSeveralChangesTheLastIsHeard() {
        UniformConvolver convolver = new UniformConvolver(64, 1_000, 64);
        float[] out = new float[6_400];
        for (int change = 1; change <= 10; change++) {
            convolver.setImpulse(new float[] {change}, 1);
            convolver.process(new float[64], 0, out, 0, 64);
        }
        float[] in = new float[6_400];
        Arrays.fill(in, 0.5f);
        convolver.process(in, 0, out, 0, 6_400);
        assertEquals(5, out[6_399], 1e-5);
    }

    @Test
    void changeBeforeResetIsHeardAtOnce() {
        UniformConvolver convolver = new UniformConvolver(64, 1_000, 6_400);
        convolver.setImpulse(new float[] {3}, 1);
        convolver.reset();
        float[] out = new float[65];
        convolver.process(NaiveConvolution.noise(1, 65), 0, out, 0, 65);
        assertEquals(3 * NaiveConvolution.noise(1, 1)[0], out[64], 1e-5);
    }

    @Test
    void impossibleImpulseResponsesAreRefused() {
        refused("0 taps is outside 1..", () -> new ZeroLatencyConvolver(new float[0]));
        refused("tap 1 is NaN", () -> new ZeroLatencyConvolver(new float[] {1, Float.NaN}));
        refused("4194305 taps", () -> new ZeroLatencyConvolver(new float[ZeroLatencyConvolver.MAX_TAPS + 1]));
        refused("100 frames is not a power of two", () -> new UniformConvolver(100, 10, 0));
        refused("11 taps is outside 1..10", () -> new UniformConvolver(64, 10, 0).setImpulse(new float[11], 11));
        refused("-1 frames is below 0", () -> new UniformConvolver(64, 10, -1));
    }

    private static void refused(String words, Runnable call) {
        String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
        assertTrue(message.contains(words), message);
    }
}
