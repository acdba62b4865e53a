package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruePeakDetectorTest {

    @ParameterizedTest
    @EnumSource
    void anySplitGivesTheSameBitsAtEveryMoment(TruePeakReader reader) {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            float[] x = bursts(random, 9_000);
            TruePeakDetector whole = new TruePeakDetector(96_001, reader);
            TruePeakDetector single = new TruePeakDetector(96_001, reader);
            for (int at = 0; at < x.length; ) {
                int n = Math.min(1 + random.nextInt(1_500), x.length - at);
                whole.process(x, at, n);
                for (int i = at; i < at + n; i += 3) {
                    single.process(x, i, Math.min(3, at + n - i));
                }
                at += n;
                assertEquals(whole.truePeak(), single.truePeak(), 0.0, reader + ", seed " + seed + ", frame " + at);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void skippingQuietBlocksLosesNothing(TruePeakReader reader) {
        for (long seed = 1; seed <= 20; seed++) {
            float[] x = bursts(new Random(seed), 9_000);
            TruePeakDetector detector = new TruePeakDetector(48_000, reader);
            double highest = 0;
            for (int at = 0; at < x.length; at += 100) {
                detector.clearMaximum();
                detector.process(x, at, 100);
                highest = Math.max(highest, detector.truePeak());
            }
            TruePeakDetector skipping = new TruePeakDetector(48_000, reader);
            skipping.process(x, 0, x.length);
            assertEquals(highest, skipping.truePeak(), 0.0, reader + ", seed " + seed);
        }
    }

    @Test void annexTwoIsThePlainMaximumOfItsInterpolator() {
        float[] x = bursts(new Random(3), 5_000);
        float[] peaks = new float[x.length];
        new TruePeakInterpolator(48_000, TruePeakReader.ANNEX_2).process(x, 0, peaks, 0, x.length);
        double highest = 0;
        for (float peak : peaks) {
            highest = Math.max(highest, peak);
        }
        TruePeakDetector detector = new TruePeakDetector(48_000, TruePeakReader.ANNEX_2);
        detector.process(x, 0, x.length);
        assertEquals(highest, detector.truePeak(), 0.0);
    }

    @Test void readsAtLeastTheSamplePeak() {
        for (long seed = 1; seed <= 50; seed++) {
            float[] x = bursts(new Random(seed), 3_000);
            float peak = 0;
            for (float sample : x) {
                peak = Math.max(peak, Math.abs(sample));
            }
            TruePeakDetector detector = new TruePeakDetector(44_100, TruePeakReader.STANDARD);
            detector.process(x, 0, x.length);
            assertTrue(detector.truePeakAtEnd() >= peak, "seed " + seed);
        }
    }

    @Test void theEndIsSeenAsIfSilenceFollowedAndDisturbsNothing() {
        float[] x = bursts(new Random(4), 1_000);
        x[999] = 5;
        TruePeakDetector detector = new TruePeakDetector(48_000, TruePeakReader.STANDARD);
        detector.process(x, 0, 1_000);
        assertTrue(detector.truePeak() < 3, "the last sample is not yet in sight");
        double atEnd = detector.truePeakAtEnd();
        assertTrue(atEnd >= 5, "read " + atEnd);
        detector.process(new float[40], 0, 40);
        assertEquals(atEnd, detector.truePeak(), 0.0);
    }

    @Test void nonFiniteSamplesCountAsSilence() {
        float[] broken = bursts(new Random(6), 4_000);
        float[] repaired = broken.clone();
        for (int i = 100; i < 4_000; i += 333) {
            broken[i] = i % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
            repaired[i] = 0;
        }
        TruePeakDetector detector = new TruePeakDetector(48_000, TruePeakReader.STANDARD);
        TruePeakDetector clean = new TruePeakDetector(48_000, TruePeakReader.STANDARD);
        detector.process(broken, 0, broken.length);
        clean.process(repaired, 0, repaired.length);
        assertEquals(clean.truePeak(), detector.truePeak(), 0.0);
        detector.reset();
        assertEquals(Double.NEGATIVE_INFINITY, detector.truePeakDbtp());
    }

    // Noise, bright or dull, whose level rises and falls, so that some stretches are skipped and some are not.
    private static float[] bursts(Random random, int length) {
        float[] x = new float[length];
        double colour = random.nextBoolean() ? 1 : 0.02 + 0.3 * random.nextDouble();
        double dull = 0;
        double rate = 0.001 + 0.01 * random.nextDouble();
        for (int i = 0; i < length; i++) {
            double level = StrictMath.sin(i * rate);
            dull += colour * (random.nextDouble() * 2 - 1 - dull);
            x[i] = (float) (level * level * dull / Math.sqrt(colour));
        }
        return x;
    }
}
