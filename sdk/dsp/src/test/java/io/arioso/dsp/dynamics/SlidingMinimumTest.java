package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingMinimumTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 89, 1000})
    void equalsTheNaiveMinimumForAnyBlockSplit(int window) {
        float[] in = Signals.uniform(5000, 11 + window, 0, 1);
        float[] expected = naive(in, window, 1f);
        for (int[] split : Signals.splits(in.length, 5)) {
            SlidingMinimum minimum = new SlidingMinimum(window, 1f);
            float[] out = Signals.inBlocks(in, split, minimum::process);
            assertArrayEquals(expected, out, "window " + window + ", first block " + split[0]);
        }
    }

    @Test
    void peakHoldEqualsTheNaiveMaximumOfMagnitudes() {
        float[] in = Signals.uniform(3000, 5, -1, 1);
        float[] magnitudes = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            magnitudes[i] = -Math.abs(in[i]);
        }
        float[] expected = naive(magnitudes, 37, 0f);
        float[] out = new float[in.length];
        new PeakHold(37).process(in, out, in.length);
        for (int i = 0; i < in.length; i++) {
            assertEquals(-expected[i], out[i], 0f, "frame " + i);
        }
    }

    @Test
    void notANumberNeverBecomesTheMinimum() {
        float[] values = {0.5f, Float.NaN, Float.NaN, Float.NaN, 0.25f};
        new SlidingMinimum(2, 1f).process(values, values, values.length);
        assertEquals(0.5f, values[1]);
        assertEquals(0.25f, values[4]);
    }

    @Test
    void copyAndResetTakeOverTheWholeState() {
        float[] noise = Signals.uniform(500, 3, 0, 1);
        SlidingMinimum played = new SlidingMinimum(100, 1f);
        played.process(noise, new float[500], 330);
        SlidingMinimum copy = new SlidingMinimum(100, 1f);
        copy.copyFrom(played);
        float[] ours = new float[500];
        float[] theirs = new float[500];
        played.process(noise, ours, 500);
        copy.process(noise, theirs, 500);
        assertArrayEquals(ours, theirs);

        played.reset();
        played.process(noise, ours, 500);
        assertArrayEquals(naive(noise, 100, 1f), ours);
    }

    @Test
    void anEmptyWindowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SlidingMinimum(0, 1f));
        assertThrows(IllegalArgumentException.class, () -> new PeakHold(0));
    }

    private static float[] naive(float[] in, int window, float initial) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            float least = i < window - 1 ? initial : Float.POSITIVE_INFINITY;
            for (int k = Math.max(0, i - window + 1); k <= i; k++) {
                least = Math.min(least, in[k]);
            }
            out[i] = least;
        }
        return out;
    }
}
