package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessHistogramTest {
    private static final int TEN_HOURS_OF_BLOCKS = 360_000;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void tenHoursReadAsIfEveryBlockWereKept(long seed) {
        Random random = new Random(seed);
        LoudnessHistogram histogram = new LoudnessHistogram();
        double[] blocks = new double[TEN_HOURS_OF_BLOCKS];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = Levels.meanSquare(-30 + 12 * random.nextGaussian());
            histogram.add(blocks[i]);
        }
        double[] audible = above(blocks, Levels.meanSquare(-70));
        double mean = mean(above(audible, 0.1 * mean(audible)));
        assertEquals(Levels.loudness(mean), Levels.loudness(histogram.gatedMean(0.1)), 0.005, "seed " + seed);

        double[] ranged = above(audible, 0.01 * mean(audible));
        Arrays.sort(ranged);
        int last = ranged.length - 1;
        double range = 10 * Math.log10(ranged[(int) Math.round(last * 0.95)] / ranged[(int) Math.round(last * 0.1)]);
        assertEquals(range, histogram.rangeLu(0.01, 0.1, 0.95), 0.005, "seed " + seed);
    }

    @Test void blocksFarAboveFullScaleKeepTheirEnergy() {
        LoudnessHistogram histogram = new LoudnessHistogram();
        histogram.add(Levels.meanSquare(60));
        assertEquals(60, Levels.loudness(histogram.gatedMean(0.1)), 1e-9);
    }

    @Test void aBlockAtTheAbsoluteGateIsDropped() {
        LoudnessHistogram histogram = new LoudnessHistogram();
        histogram.add(Levels.meanSquare(-70));
        histogram.add(0);
        assertEquals(0, histogram.gatedMean(0.1));
        assertEquals(0, histogram.rangeLu(0.01, 0.1, 0.95));
    }

    private static double[] above(double[] blocks, double gate) {
        return DoubleStream.of(blocks).filter(block -> block > gate).toArray();
    }

    private static double mean(double[] blocks) {
        return DoubleStream.of(blocks).average().orElse(0);
    }
}
