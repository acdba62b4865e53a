package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutFilterTest {
    private static final double RATE = 48_000;
    /** Ten, the largest binomial of fifth order, times the step. */
    private static final double BEND_OF_A_STEP_AT_MINUS_74_DB = 2e-3;

    @ParameterizedTest
    @CsvSource({"1,100,true", "2,100,true", "3,1000,true", "4,1000,true", "1,5000,false", "2,200,false", "3,2500,false",
        "4,12000,false", "4,10,true", "2,20000,false"})
    void followsButterworthThroughTheBilinearTransform(int order, double corner, boolean passesHigh) {
        int frames = 1 << 16;
        float[] impulse = new float[frames];
        impulse[0] = 1;
        CutFilter filter = make(passesHigh, 1);
        filter.set(corner, order);
        filter.process(new float[][] {impulse}, 0, frames);
        for (double hertz = 20; hertz < 22_000; hertz *= 1.3) {
            double ratio = StrictMath.tan(StrictMath.PI * hertz / RATE) / StrictMath.tan(StrictMath.PI * corner / RATE);
            double power = 1 / (1 + StrictMath.pow(passesHigh ? 1 / ratio : ratio, 2 * order));
            double wantedDb = 10 * StrictMath.log10(power);
            if (wantedDb > -90) {
                assertEquals(wantedDb, magnitudeDb(impulse, hertz), 0.02, order + " poles at " + hertz + " Hz");
            }
        }
    }

    @Test
    void anySplitWhileEverythingMovesGivesTheSameBits() {
        long seed = 11;
        float[][] whole = noise(seed, 30_000);
        float[][] split = noise(seed, 30_000);
        render(whole, new Random(0), 30_000);
        render(split, new Random(seed), 700);
        assertArrayEquals(whole[0], split[0], "seed " + seed);
        assertArrayEquals(whole[1], split[1], "seed " + seed);
    }

    /** Turns the filter every 5000 frames. */
    private static void render(float[][] planes, Random sizes, int longest) {
        CutFilter filter = CutFilter.lowCut(RATE, 2);
        int[] orders = {2, 4, 0, 1, 3, 4};
        for (int stretch = 0; stretch < 6; stretch++) {
            filter.set(50 * StrictMath.pow(3, stretch % 4), orders[stretch]);
            int from = stretch * 5000;
            for (int done = 0; done < 5000; ) {
                int count = Math.min(5000 - done, longest == 30_000 ? 5000 : 1 + sizes.nextInt(longest));
                filter.process(planes, from + done, count);
                done += count;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20,2,20000,2", "20000,2,20,2", "300,4,3000,4", "300,2,300,4", "300,4,300,1", "500,2,500,0", "500,0,500,4"})
    void aFullTurnIsNotHeardAsAClick(double from, int fromOrder, double to, int toOrder) {
        float[] sine = new float[48_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) StrictMath.sin(2 * StrictMath.PI * 1000 * i / RATE);
        }
        CutFilter filter = CutFilter.highCut(RATE, 1);
        filter.set(from, fromOrder);
        filter.process(new float[][] {sine}, 0, 24_013);
        filter.set(to, toOrder);
        filter.process(new float[][] {sine}, 24_013, sine.length - 24_013);
        double[] bent = sixthDifference(sine);
        double still = Math.max(peak(bent, 12_000, 24_000), peak(bent, 40_000, 48_000 - 6));
        assertTrue(peak(bent, 24_000, 40_000) < 1.3 * still + BEND_OF_A_STEP_AT_MINUS_74_DB, "bend of " + peak(bent, 24_000, 40_000)
                + " against " + still + " at rest");
    }

    /** 6 dB an octave steeper with each difference: a click stands out, the sine of 1 kHz all but vanishes. */
    private static double[] sixthDifference(float[] x) {
        double[] d = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            d[i] = x[i];
        }
        for (int pass = 0; pass < 6; pass++) {
            for (int i = 0; i + 1 < x.length; i++) {
                d[i] = d[i + 1] - d[i];
            }
        }
        return d;
    }

    private static double peak(double[] x, int from, int to) {
        double peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(x[i]));
        }
        return peak;
    }

    @Test
    void offPassesTheBits() {
        float[][] planes = noise(3, 2000);
        float[][] same = noise(3, 2000);
        CutFilter filter = CutFilter.highCut(RATE, 2);
        filter.set(1000, 0);
        filter.process(planes, 0, 2000);
        assertArrayEquals(same[0], planes[0]);
        assertTrue(filter.isOff());
    }

    @Test
    void aChannelAloneAndResetGiveTheSameBitsAsAPair() {
        float[][] planes = noise(4, 2000);
        float[][] alone = {planes[1].clone()};
        CutFilter pair = CutFilter.lowCut(RATE, 2);
        CutFilter single = CutFilter.lowCut(RATE, 1);
        pair.set(300, 3);
        single.set(300, 3);
        single.process(noise(5, 500), 0, 500);
        single.reset();
        pair.process(planes, 0, 2000);
        single.process(alone, 0, 2000);
        assertArrayEquals(planes[1], alone[0]);
    }

    @Test
    void silenceComesToExactZero() {
        float[][] planes = new float[1][20_000];
        planes[0][0] = 1;
        CutFilter filter = CutFilter.highCut(RATE, 1);
        filter.set(3000, 4);
        filter.process(planes, 0, 20_000);
        assertEquals(0f, planes[0][19_999]);
        for (float sample : planes[0]) {
            assertTrue(sample == 0 || Math.abs(sample) > Float.MIN_NORMAL, "denormal number " + sample);
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThrows(IllegalArgumentException.class, () -> CutFilter.lowCut(RATE, 3));
        assertThrows(IllegalArgumentException.class, () -> CutFilter.lowCut(RATE, 1).set(0, 2));
        assertThrows(IllegalArgumentException.class, () -> CutFilter.lowCut(RATE, 1).set(100, 5));
    }

    private static CutFilter make(boolean passesHigh, int channels) {
        return passesHigh ? CutFilter.lowCut(RATE, channels) : CutFilter.highCut(RATE, channels);
    }

    private static double magnitudeDb(float[] impulseResponse, double hertz) {
        double re = 0;
        double im = 0;
        double turn = 2 * StrictMath.PI * hertz / RATE;
        for (int i = 0; i < impulseResponse.length && (i < 4096 || impulseResponse[i] != 0); i++) {
            re += impulseResponse[i] * StrictMath.cos(turn * i);
            im += impulseResponse[i] * StrictMath.sin(turn * i);
        }
        return 10 * StrictMath.log10(re * re + im * im);
    }

    private static float[][] noise(long seed, int frames) {
        Random random = new Random(seed);
        float[][] noise = new float[2][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
        return noise;
    }
}
