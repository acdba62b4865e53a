package io.arioso.dsp.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OversamplerTest {
    private static final double PASS = 0.4535;
    private static final double STOP = 0.55;

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 72", "4, 80", "8, 84"})
    void upAndDownIsADelayByTheReportedWholeFrames(int factor, int latency) {
        Oversampler oversampler = new Oversampler(factor);
        assertEquals(latency, oversampler.latencyFrames());
        for (double frequency : new double[] {0.0001, 0.01, 0.1234, 0.3, PASS}) {
            float[] in = sine(frequency, 4000, 0);
            oversampler.reset();
            float[] out = roundTrip(oversampler, in, new int[] {512});
            double error = 0;
            for (int i = 1000; i < 4000; i++) {
                error = Math.max(error, Math.abs(out[i] - in[i - latency]));
            }
            assertTrue(20 * Math.log10(error) < -86, factor + "x at " + frequency + ": " + 20 * Math.log10(error));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void bothDirectionsAreFlatInThePassBandAndHundredDecibelsDownBeyondIt(int factor) {
        for (double[] response : new double[][] {upResponse(factor), downResponse(factor)}) {
            for (int i = 0; i <= 300; i++) {
                assertEquals(0, decibels(response, PASS / factor * i / 300), 0.001, "at " + PASS * i / 300);
            }
            for (int i = 0; i <= 3000; i++) {
                double frequency = STOP / factor + (0.5 - STOP / factor) * i / 3000;
                double level = decibels(response, frequency);
                assertTrue(level < -100, factor + "x at " + frequency * factor + " of the rate: " + level + " dB");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void eachDirectionIsAConvolutionWithTheCascadesResponse(int factor) {
        Random random = new Random(7);
        float[] in = noise(1500, random);
        double[] stuffed = new double[in.length * factor];
        for (int i = 0; i < in.length; i++) {
            stuffed[i * factor] = in[i];
        }
        float[] up = new float[in.length * factor];
        new Oversampler(factor).up(in, 0, up, 0, in.length);
        double[] naiveUp = convolved(stuffed, upResponse(factor));
        for (int i = 0; i < up.length; i++) {
            assertEquals(naiveUp[i], up[i], 3e-6, "up " + i);
        }
        float[] fast = noise(1500 * factor, random);
        float[] down = new float[1500];
        new Oversampler(factor).down(fast, 0, down, 0, 1500);
        double[] wide = new double[fast.length + factor];
        for (int i = 0; i < fast.length; i++) {
            wide[i] = fast[i];
        }
        double[] naiveDown = convolved(wide, downResponse(factor));
        for (int i = 0; i < down.length; i++) {
            // The response starts with the newest sample of a frame.
            assertEquals(naiveDown[i * factor + factor - 1], down[i], 3e-6, "down " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void anyBlockSplitGivesTheSameBitsAndResetForgets(int factor) {
        float[] in = noise(5000, new Random(3));
        Oversampler oversampler = new Oversampler(factor);
        float[] whole = roundTrip(oversampler, in, new int[] {5000});
        for (int[] split : new int[][] {{1}, {7}, {64}, {480}, {512}, {1000}, {3, 900, 0, 255, 257}}) {
            oversampler.reset();
            assertArrayEquals(whole, roundTrip(oversampler, in, split), Arrays.toString(split));
        }
    }

    @Test
    void aSilentInputComesToExactSilence() {
        Oversampler oversampler = new Oversampler(8);
        roundTrip(oversampler, noise(500, new Random(1)), new int[] {500});
        float[] tail = roundTrip(oversampler, new float[500], new int[] {500});
        for (int i = 200; i < 500; i++) {
            assertEquals(0f, tail[i]);
        }
    }

    @Test
    void otherFactorsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Oversampler(3));
        assertThrows(IllegalArgumentException.class, () -> new Oversampler(16));
    }

    private static float[] roundTrip(Oversampler oversampler, float[] in, int[] split) {
        int factor = oversampler.factor();
        float[] fast = new float[in.length * factor];
        float[] out = new float[in.length];
        int at = 0;
        for (int block = 0; at < in.length; block++) {
            int count = Math.min(in.length - at, split[block % split.length]);
            oversampler.up(in, at, fast, at * factor, count);
            oversampler.down(fast, at * factor, out, at, count);
            at += count;
        }
        return out;
    }

    /** What one unit sample becomes on the way up, at the higher rate. */
    private static double[] upResponse(int factor) {
        float[] in = new float[120];
        in[0] = 1;
        float[] up = new float[in.length * factor];
        new Oversampler(factor).up(in, 0, up, 0, in.length);
        double[] h = new double[up.length];
        for (int i = 0; i < h.length; i++) {
            h[i] = up[i];
        }
        return h;
    }

    /** The response of the way down: what a unit sample in each place of a frame becomes, last place first. */
    private static double[] downResponse(int factor) {
        int frames = 120;
        double[] h = new double[frames * factor];
        for (int place = 0; place < factor; place++) {
            float[] fast = new float[frames * factor];
            fast[place] = 1;
            float[] out = new float[frames];
            new Oversampler(factor).down(fast, 0, out, 0, frames);
            for (int i = 0; i < frames; i++) {
                h[i * factor + factor - 1 - place] = out[i];
            }
        }
        return h;
    }

    private static double[] convolved(double[] x, double[] h) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < h.length && k <= i; k++) {
                y[i] += h[k] * x[i - k];
            }
        }
        return y;
    }

    /** Magnitude relative to that at 0. */
    private static double decibels(double[] h, double frequency) {
        double re = 0;
        double im = 0;
        double sum = 0;
        for (int k = 0; k < h.length; k++) {
            re += h[k] * Math.cos(2 * Math.PI * frequency * k);
            im += h[k] * Math.sin(2 * Math.PI * frequency * k);
            sum += h[k];
        }
        return 20 * Math.log10(Math.hypot(re, im) / sum);
    }

    private static float[] sine(double frequency, int frames, double phase) {
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) Math.sin(2 * Math.PI * frequency * i + phase);
        }
        return out;
    }

    private static float[] noise(int frames, Random random) {
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = 2 * random.nextFloat() - 1;
        }
        return out;
    }
}
