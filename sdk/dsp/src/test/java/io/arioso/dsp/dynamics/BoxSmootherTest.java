package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxSmootherTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 73, 289, 3841, 8192, 15_361})
    void equalsTwoNaiveMovingAveragesForAnyBlockSplit(int support) {
        float[] in = Signals.uniform(20_000, support, 0, 1);
        double[] expected = naive(in, support);
        float[] first = null;
        for (int[] split : Signals.splits(in.length, 9)) {
            BoxSmoother smoother = new BoxSmoother(support);
            float[] out = Signals.inBlocks(in, split, (from, to, frames) -> {
                System.arraycopy(from, 0, to, 0, frames);
                smoother.process(to, frames);
            });
            first = first == null ? out : first;
            assertArrayEquals(first, out, "support " + support + ", first block " + split[0]);
        }
        for (int i = 0; i < in.length; i++) {
            assertEquals(expected[i], first[i], 1.2e-7, "support " + support + ", frame " + i);
        }
    }

    @Test
    void neverExceedsTheLargestValueOfItsWindow() {
        int support = 73;
        for (long seed = 0; seed < 20; seed++) {
            float[] in = Signals.uniform(2000, seed, 0.001f, 1);
            float[] out = in.clone();
            new BoxSmoother(support).process(out, out.length);
            for (int i = support; i < in.length; i++) {
                float largest = 0;
                for (int k = i - support + 1; k <= i; k++) {
                    largest = Math.max(largest, in[k]);
                }
                assertTrue(out[i] <= largest, "seed " + seed + ", frame " + i + ": " + out[i] + " > " + largest);
            }
        }
    }

    @Test
    void unityIsExactAgainAfterMinutesOfWork() {
        BoxSmoother smoother = new BoxSmoother(73);
        float[] noise = Signals.uniform(4096, 77, 0, 1);
        for (int block = 0; block < 2000; block++) {
            smoother.process(noise.clone(), noise.length);
        }
        float[] ones = new float[200];
        Arrays.fill(ones, 1f);
        smoother.process(ones, ones.length);
        assertEquals(1f, ones[73]);
        assertEquals(1f, ones[199]);
    }

    @Test
    void copiedStateGoesOnAlike() {
        float[] in = Signals.uniform(1000, 4, 0, 1);
        BoxSmoother played = new BoxSmoother(61);
        played.process(in.clone(), 777);
        BoxSmoother copy = new BoxSmoother(61);
        copy.copyFrom(played);
        float[] ours = in.clone();
        float[] theirs = in.clone();
        played.process(ours, 1000);
        copy.process(theirs, 1000);
        assertArrayEquals(ours, theirs);
    }

    @Test
    void aSupportTooLongForExactSumsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BoxSmoother(65_537));
        assertThrows(IllegalArgumentException.class, () -> new BoxSmoother(0));
    }

    private static double[] naive(float[] in, int support) {
        int first = Math.max(1, Math.min((int) Math.rint(0.5822 * (support + 1)), support));
        double[] once = average(in.length, first, i -> in[i]);
        return average(in.length, support + 1 - first, i -> once[i]);
    }

    private static double[] average(int frames, int length, java.util.function.IntToDoubleFunction in) {
        double[] out = new double[frames];
        double sum = length;
        for (int i = 0; i < frames; i++) {
            sum += in.applyAsDouble(i) - (i < length ? 1 : in.applyAsDouble(i - length));
            out[i] = sum / length;
        }
        return out;
    }
}
