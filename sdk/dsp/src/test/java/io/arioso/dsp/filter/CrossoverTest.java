package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossoverTest {
    private static final double RATE = 48_000;
    private static final double[] CORNERS = {90, 400, 1500, 5000, 12_000};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void everyBandEqualsTheTextbook(int bands) {
        double[] corners = java.util.Arrays.copyOf(CORNERS, bands - 1);
        float[][] in = EqualizerSignals.noise(3, 5000, bands);
        Crossover crossover = crossover(corners, 3);
        float[][][] out = new float[bands][3][5000];
        crossover.process(in, 0, out, 0, 5000);
        for (int channel = 0; channel < 3; channel++) {
            double[][] expected = NaiveCrossover.split(RATE, corners, in[channel]);
            for (int band = 0; band < bands; band++) {
                assertNear(expected[band], out[band][channel], "band " + band + ", channel " + channel);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 192_000})
    void bandsSumToAnAllPass(double sampleRate) {
        Crossover crossover = new Crossover(sampleRate, 6, 1);
        for (int i = 0; i < CORNERS.length; i++) {
            crossover.setCorner(i, CORNERS[i]);
        }
        int frames = 1 << 16;
        float[][] in = new float[1][frames];
        in[0][0] = 1;
        float[][][] out = new float[6][1][frames];
        crossover.process(in, 0, out, 0, frames);
        for (double hz = 20; hz < 20_000; hz *= 1.07) {
            double gain = gain(sum(out), hz / sampleRate);
            assertEquals(0, 20 * StrictMath.log10(gain), 2e-4, hz + " Hz");
        }
    }

    @Test
    void aBandIsSixDecibelsDownAtItsCornersAndTwentyFourAnOctaveAway() {
        float[][][] out = impulse(crossover(new double[] {500, 4000}, 1), 3);
        assertEquals(-6.02, db(out[1][0], 500), 0.02);
        assertEquals(-6.02, db(out[1][0], 4000), 0.02);
        assertTrue(db(out[1][0], 250) < -24);
        assertTrue(db(out[1][0], 8000) < -24);
        assertTrue(db(out[0][0], 1000) < -24);
        assertTrue(db(out[2][0], 2000) < -24);
    }

    @Test
    void anySplitIntoBlocksGivesTheSameBitsWhileCornersMove() {
        float[][] in = EqualizerSignals.noise(2, 6000, 8);
        float[][][] whole = moved(in, new int[] {6000});
        for (int[] sizes : new int[][] {{1}, {7}, {64}, {480}, {1000}, new Random(4).ints(40, 0, 600).toArray()}) {
            float[][][] cut = moved(in, sizes);
            for (int band = 0; band < 4; band++) {
                assertArrayEquals(whole[band][0], cut[band][0], "blocks of " + sizes[0]);
                assertArrayEquals(whole[band][1], cut[band][1], "blocks of " + sizes[0]);
            }
        }
    }

    /** Corners move at frames 1000 and 1300, in the middle of a glide. */
    private static float[][][] moved(float[][] in, int[] sizes) {
        Crossover crossover = crossover(new double[] {150, 900, 5000}, 2);
        float[][][] out = new float[4][2][6000];
        int block = 0;
        for (int at = 0; at < 6000; block++) {
            if (at == 1000) {
                crossover.setCorner(1, 3000);
            } else if (at == 1300) {
                crossover.setCorner(0, 20);
                crossover.setCorner(1, 100);
            }
            int limit = at < 1000 ? 1000 : at < 1300 ? 1300 : 6000;
            int count = Math.min(limit - at, sizes[block % sizes.length]);
            crossover.process(in, at, out, at, count);
            at += count;
        }
        return out;
    }

    @Test
    void aMovingCornerKeepsTheLevelOfTheSumAndLeavesNoClick() {
        int frames = 48_000;
        float[][] in = new float[1][frames];
        for (int i = 0; i < frames; i++) {
            in[0][i] = (float) (0.5 * StrictMath.sin(2 * StrictMath.PI * 1000 / RATE * i));
        }
        Crossover crossover = crossover(new double[] {150, 900, 5000}, 1);
        float[][][] out = new float[4][1][frames];
        crossover.process(in, 0, out, 0, 24_000);
        crossover.setCorner(0, 700);
        crossover.setCorner(1, 3000);
        crossover.process(in, 24_000, out, 24_000, 24_000);
        float[] sum = sum(out);
        double steepest = 0.5 * 2 * StrictMath.PI * 1000 / RATE;
        for (int i = 20_000; i < frames; i++) {
            assertTrue(Math.abs(sum[i]) < 0.55, "level at " + i);
            assertTrue(Math.abs(sum[i] - sum[i - 1]) < 1.2 * steepest, "step at " + i);
        }
    }

    @Test
    void glidesEndExactlyWhereACrossoverSetThereBegins() {
        float[][] noise = EqualizerSignals.noise(1, 96_000, 3);
        Crossover moved = crossover(new double[] {200, 2000}, 1);
        float[][][] scratch = new float[3][1][96_000];
        moved.process(noise, 0, scratch, 0, 10);
        moved.setCorner(1, 7000);
        moved.process(noise, 0, scratch, 0, 95_000);
        moved.reset();
        float[][][] first = new float[3][1][4000];
        float[][][] second = new float[3][1][4000];
        moved.process(noise, 0, first, 0, 4000);
        crossover(new double[] {200, 7000}, 1).process(noise, 0, second, 0, 4000);
        for (int band = 0; band < 3; band++) {
            assertArrayEquals(second[band][0], first[band][0]);
        }
    }

    @Test
    void aCornerBelowALowerOneActsAtTheLowerOnesPlace() {
        float[][] noise = EqualizerSignals.noise(1, 2000, 6);
        float[][][] crossed = new float[4][1][2000];
        float[][][] raised = new float[4][1][2000];
        crossover(new double[] {1000, 300, 5000}, 1).process(noise, 0, crossed, 0, 2000);
        crossover(new double[] {1000, 1000, 5000}, 1).process(noise, 0, raised, 0, 2000);
        IntStream.range(0, 4).forEach(band -> assertArrayEquals(raised[band][0], crossed[band][0]));
    }

    @Test
    void silenceEndsInExactZeros() {
        Crossover crossover = crossover(new double[] {20, 900, 5000}, 1);
        float[][] noise = EqualizerSignals.noise(1, 192_000, 9);
        java.util.Arrays.fill(noise[0], 4000, 192_000, 0);
        float[][][] out = new float[4][1][192_000];
        crossover.process(noise, 0, out, 0, 192_000);
        for (float[][] band : out) {
            assertEquals(0f, band[0][191_999]);
        }
    }

    @Test
    void wrongShapesAreRefusedByName() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Crossover(RATE, 7, 1)).getMessage()
                .contains("bands: 7"));
        assertThrows(IllegalArgumentException.class, () -> new Crossover(RATE, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> new Crossover(RATE, 4, 1).setCorner(0, Double.NaN));
    }

    private static Crossover crossover(double[] corners, int channels) {
        Crossover crossover = new Crossover(RATE, corners.length + 1, channels);
        for (int i = 0; i < corners.length; i++) {
            crossover.setCorner(i, corners[i]);
        }
        return crossover;
    }

    private static float[][][] impulse(Crossover crossover, int bands) {
        float[][] in = new float[1][48_000];
        in[0][0] = 1;
        float[][][] out = new float[bands][1][48_000];
        crossover.process(in, 0, out, 0, 48_000);
        return out;
    }

    private static float[] sum(float[][][] bands) {
        float[] sum = new float[bands[0][0].length];
        for (float[][] band : bands) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += band[0][i];
            }
        }
        return sum;
    }

    private static double db(float[] response, double hz) {
        return 20 * StrictMath.log10(gain(response, hz / RATE));
    }

    private static double gain(float[] response, double cyclesPerFrame) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < response.length; i++) {
            double angle = 2 * StrictMath.PI * cyclesPerFrame * i;
            real += response[i] * Math.cos(angle);
            imaginary += response[i] * Math.sin(angle);
        }
        return Math.hypot(real, imaginary);
    }

    private static void assertNear(double[] expected, float[] actual, String what) {
        for (int i = 0; i < actual.length; i++) {
            assertEquals(expected[i], actual[i], 1e-7, what + ", frame " + i);
        }
    }
}
