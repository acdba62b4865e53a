package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.Allocation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumAnalyserTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {2_048, 4_096, 8_192, 16_384, 32_768})
    void sinesBetweenBinsReadTheirAmplitudeAndFrequency(int size) {
        Random random = new Random(size);
        for (int trial = 0; trial < 12; trial++) {
            double bin = 20 + random.nextDouble() * (size / 2 - 40);
            double frequency = bin * RATE / size;
            SpectrumAnalyser analyser = new SpectrumAnalyser(RATE, size, 100);
            feed(analyser, sine(frequency, 0.25, 3 * size));
            int highest = analyser.highestBin();
            String where = "FFT " + size + ", bin " + bin;
            assertEquals(bin, highest, 0.5001, where);
            assertEquals(0, 20 * Math.log10(analyser.sineAmplitude(highest) / 0.25), 0.05, where);
            assertEquals(frequency, analyser.sineFrequencyHz(highest), 0.05 * RATE / size, where);
        }
    }

    @Test void aSineOfAmplitudeOneInMidBinReadsZeroDecibels() {
        SpectrumAnalyser analyser = new SpectrumAnalyser(RATE, 4_096, 0);
        feed(analyser, sine(analyser.frequencyHz(100), 1, 8_192));
        assertEquals(0, analyser.levelDb(100), 0.001);
        assertTrue(analyser.levelDb(110) < -100, "leaks " + analyser.levelDb(110));
        assertEquals(2_049, analyser.bins());
        float[] power = new float[2_049];
        analyser.readPower(power);
        assertEquals(1, power[100], 0.001);
    }

    @Test void averageFollowsWithItsTimeConstant() {
        SpectrumAnalyser analyser = new SpectrumAnalyser(RATE, 2_048, 500);
        feed(analyser, sine(analyser.frequencyHz(100), 1, 480_000));
        feed(analyser, new float[24_064]);
        // One window passes before the FFT sees nothing but silence; on average half of it counts as signal.
        double seconds = (24_064 - 1_024) / RATE;
        assertEquals(10 * Math.log10(Math.exp(-seconds / 0.5)), analyser.levelDb(100), 0.2);
    }

    @Test void directCurrentIsInBinZeroAndResetForgets() {
        SpectrumAnalyser analyser = new SpectrumAnalyser(RATE, 2_048, 0);
        float[] one = new float[4_096];
        Arrays.fill(one, 1f);
        feed(analyser, one);
        assertEquals(0, analyser.levelDb(0), 0.001);
        assertEquals(0, analyser.highestBin());
        analyser.reset();
        assertEquals(Double.NEGATIVE_INFINITY, analyser.levelDb(0));
        assertEquals(0, analyser.sineAmplitude(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_048, 8_192, 32_768})
    void allocatesNothingAndStartsNoThread(int size) {
        SpectrumAnalyser analyser = new SpectrumAnalyser(RATE, size, 100);
        float[] x = sine(1_000, 1, 512);
        for (int i = 0; i < 400; i++) {
            analyser.process(x, 0, 512);
        }
        int running = Thread.activeCount();
        assertEquals(0, Allocation.bytes(() -> {
            for (int i = 0; i < 1_000; i++) {
                analyser.process(x, 0, 512);
            }
        }));
        assertTrue(Thread.activeCount() <= running, "threads were started");
    }

    @Test void impossibleSettingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SpectrumAnalyser(RATE, 3_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpectrumAnalyser(RATE, 131_072, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpectrumAnalyser(RATE, 2_048, -1));
        assertThrows(IllegalArgumentException.class, () -> new SpectrumAnalyser(0, 2_048, 0));
    }

    private static void feed(SpectrumAnalyser analyser, float[] x) {
        for (int at = 0; at < x.length; at += 500) {
            analyser.process(x, at, Math.min(500, x.length - at));
        }
    }

    private static float[] sine(double frequency, double amplitude, int frames) {
        float[] x = new float[frames];
        for (int i = 0; i < frames; i++) {
            x[i] = (float) (amplitude * StrictMath.sin(2 * StrictMath.PI * frequency / RATE * i + 0.3));
        }
        return x;
    }
}
