package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link SampleStatistics} and {@link CorrelationMeter}. */
class SimpleMetersTest {

    @Test void statisticsOfASineAreThoseOfTheBook() {
        SampleStatistics statistics = new SampleStatistics();
        float[] x = sine(48_000, 1_000, 0, 0.5);
        for (int i = 0; i < x.length; i++) {
            x[i] += 0.01f;
        }
        statistics.process(x, 0, x.length);
        assertEquals(0.51, statistics.peak(), 1e-6);
        assertEquals(Math.sqrt(0.125 + 0.0001), statistics.rms(), 1e-6);
        assertEquals(0.01, statistics.dcOffset(), 1e-6);
        assertEquals(0, statistics.clippedSamples());
        assertEquals(48_000, statistics.frames());
    }

    @Test void clippingCountsSamplesAtFullScale() {
        float[] x = {1f, -1f, 0.99999f, 1.5f, -0.5f, Float.NaN, Float.POSITIVE_INFINITY};
        SampleStatistics statistics = new SampleStatistics();
        statistics.process(x, 0, x.length);
        assertEquals(3, statistics.clippedSamples());
        assertEquals(2, statistics.nonFiniteSamples());
        assertEquals(1.5f, statistics.peak());
        SampleStatistics sixteenBits = new SampleStatistics(32_767f / 32_768f);
        sixteenBits.process(new float[] {32_767f / 32_768f, 32_766f / 32_768f}, 0, 2);
        assertEquals(1, sixteenBits.clippedSamples());
        assertThrows(IllegalArgumentException.class, () -> new SampleStatistics(0));
    }

    @Test void statisticsOfSilenceAreNeverNaN() {
        SampleStatistics statistics = new SampleStatistics();
        assertEquals(0, statistics.rms());
        assertEquals(0, statistics.dcOffset());
        assertEquals(Double.NEGATIVE_INFINITY, statistics.peakDbfs());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 45, 60, 90, 120, 180})
    void correlationOfSinesIsTheCosineOfTheirPhase(double degrees) {
        for (int rate : new int[] {44_100, 48_000, 192_000}) {
            CorrelationMeter meter = new CorrelationMeter(rate);
            float[] left = sine(rate, 1_000, 0, 0.7);
            float[] right = sine(rate, 1_000, StrictMath.toRadians(degrees), 0.1);
            meter.process(left, right, 0, rate);
            assertEquals(StrictMath.cos(StrictMath.toRadians(degrees)), meter.correlation(), 0.01);
            assertEquals(StrictMath.cos(StrictMath.toRadians(degrees)), meter.programmeCorrelation(), 0.0001);
        }
    }

    @Test void needleForgetsWithATimeConstantOf300Ms() {
        int rate = 48_000;
        CorrelationMeter meter = new CorrelationMeter(rate);
        float[] mono = sine(rate * 4, 1_000, 0, 0.5);
        float[] inverted = mono.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = -mono[i];
        }
        meter.process(mono, mono, 0, 4 * rate);
        meter.process(mono, inverted, 0, rate * 3 / 10);
        assertEquals(2 / StrictMath.E - 1, meter.correlation(), 0.01);
        meter.process(mono, inverted, 0, 3 * rate);
        assertEquals(-1, meter.correlation(), 0.01);
    }

    @Test void correlationOfUnrelatedNoiseIsNearZeroAndOfSilenceZero() {
        Random random = new Random(9);
        float[] left = new float[480_000];
        float[] right = new float[480_000];
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) random.nextGaussian();
            right[i] = (float) random.nextGaussian();
        }
        CorrelationMeter meter = new CorrelationMeter(48_000);
        assertEquals(0, meter.correlation());
        meter.process(left, new float[480_000], 0, 480_000);
        assertEquals(0, meter.programmeCorrelation());
        meter.reset();
        left[7] = Float.NaN;
        right[9] = Float.NEGATIVE_INFINITY;
        meter.process(left, right, 0, 480_000);
        assertEquals(0, meter.programmeCorrelation(), 0.01);
    }

    private static float[] sine(int frames, double cyclesPerSecond, double phase, double amplitude) {
        int rate = frames % 48_000 == 0 && frames != 192_000 ? 48_000 : frames;
        float[] x = new float[frames];
        for (int i = 0; i < frames; i++) {
            x[i] = (float) (amplitude * StrictMath.sin(2 * StrictMath.PI * cyclesPerSecond * i / rate + phase));
        }
        return x;
    }
}
