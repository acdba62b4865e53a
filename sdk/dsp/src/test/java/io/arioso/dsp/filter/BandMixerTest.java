package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BandMixerTest {
    private static final double RATE = 48_000;
    private static final double[] CORNERS = {150, 900, 5000};
    private static final int FRAMES = 6000;

    @Test
    void leavesOfEverySourceWhatTheTextbookCrossoverLeavesInItsBand() {
        float[][] in = EqualizerSignals.noise(5, FRAMES, 3);
        double[] expected = new double[FRAMES];
        for (int band = 0; band < 4; band++) {
            double[] part = NaiveCrossover.split(RATE, CORNERS, in[band])[band];
            for (int i = 0; i < FRAMES; i++) {
                expected[i] += part[i];
            }
        }
        double[] carried = NaiveCrossover.allPasses(RATE, CORNERS, in[4]);
        float[] sum = new float[FRAMES];
        new BandMixer(RATE).process(in, sum, in[4], FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(expected[i], sum[i], 3e-7, "sum, frame " + i);
            assertEquals(carried[i], in[4][i], 1e-7, "carried, frame " + i);
        }
    }

    @Test
    void anySplitIntoBlocksGivesTheSameBitsWhileCornersMove() {
        float[][] in = EqualizerSignals.noise(5, FRAMES, 4);
        float[] whole = moved(in, FRAMES);
        for (int block : new int[] {1, 7, 64, 480, 1000}) {
            assertArrayEquals(whole, moved(in, block), "blocks of " + block);
        }
    }

    /** Corners move at frame 1000. */
    private static float[] moved(float[][] in, int block) {
        BandMixer mixer = new BandMixer(RATE);
        float[] out = new float[FRAMES];
        for (int at = 0; at < FRAMES; ) {
            if (at == 1000) {
                mixer.setCorner(0, 400);
                mixer.setCorner(1, 200);
            }
            int count = Math.min((at < 1000 ? 1000 : FRAMES) - at, block);
            float[][] part = new float[5][];
            for (int i = 0; i < 5; i++) {
                part[i] = Arrays.copyOfRange(in[i], at, at + count);
            }
            float[] sum = new float[count];
            mixer.process(part, sum, part[4], count);
            System.arraycopy(sum, 0, out, at, count);
            at += count;
        }
        return out;
    }

    @Test
    void aMovingCornerKeepsTheLevelOfATone() {
        int frames = 48_000;
        float[] tone = new float[frames];
        for (int i = 0; i < frames; i++) {
            tone[i] = (float) (0.5 * StrictMath.sin(2 * StrictMath.PI * 1000 / RATE * i));
        }
        BandMixer mixer = new BandMixer(RATE);
        float[] sum = new float[24_000];
        float[] first = Arrays.copyOf(tone, 24_000);
        mixer.process(new float[][] {first, first, first, first}, sum, first.clone(), 24_000);
        mixer.setCorner(0, 700);
        mixer.setCorner(1, 3000);
        float[] second = Arrays.copyOfRange(tone, 24_000, frames);
        mixer.process(new float[][] {second, second, second, second}, sum, second.clone(), 24_000);
        for (int i = 0; i < 24_000; i++) {
            assertTrue(Math.abs(sum[i]) < 0.6, "frame " + i + ": " + sum[i]);
        }
    }

    @Test
    void silenceEndsInExactZerosAndWrongCornersAreRefused() {
        float[][] noise = EqualizerSignals.noise(5, 96_000, 9);
        for (float[] plane : noise) {
            Arrays.fill(plane, 4000, 96_000, 0);
        }
        float[] sum = new float[96_000];
        new BandMixer(RATE).process(noise, sum, noise[4], 96_000);
        assertEquals(0f, sum[95_999]);
        assertEquals(0f, noise[4][95_999]);
        assertThrows(IllegalArgumentException.class, () -> new BandMixer(RATE).setCorner(1, 0));
    }
}
