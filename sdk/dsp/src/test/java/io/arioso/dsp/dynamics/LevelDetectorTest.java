package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelDetectorTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @EnumSource(LevelKind.class)
    void aSineReadsItsPeakLevelWithEveryKind(LevelKind kind) {
        LevelDetector detector = kind.detector(RATE, 100);
        float[] sine = Signals.sine(96_000, 997 / RATE, 0.3, 0.25);
        double[] power = new double[sine.length];
        detector.process(sine, 0, power, sine.length);
        double weighting = kind == LevelKind.K_WEIGHTED ? 0.69 : 0;
        for (int i = 80_000; i < sine.length; i++) {
            double db = 10 * StrictMath.log10(power[i]);
            assertEquals(20 * StrictMath.log10(0.25) + weighting, db, 0.1, kind + " at frame " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(LevelKind.class)
    void blocksDoNotChangeABit(LevelKind kind) {
        float[] in = Signals.gaussian(5000, 21, 0.3);
        double[] whole = new double[in.length];
        kind.detector(RATE, 7).process(in, 0, whole, in.length);
        for (int[] split : Signals.splits(in.length, 5)) {
            LevelDetector detector = kind.detector(RATE, 7);
            double[] part = new double[in.length];
            for (int at = 0, block = 0; at < in.length; block++) {
                int count = Math.min(in.length - at, split[block % split.length]);
                detector.process(in, at, part, count);
                for (int i = 0; i < count; i++) {
                    assertEquals(whole[at + i], part[i], kind + ", first block " + split[0] + ", frame " + (at + i));
                }
                at += count;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LevelKind.class)
    void silenceComesToExactZeroAndResetForgets(LevelKind kind) {
        LevelDetector detector = kind.detector(RATE, 5);
        float[] noise = Signals.gaussian(2000, 22, 0.3);
        double[] first = new double[2000];
        detector.process(noise, 0, first, 2000);
        double[] quiet = new double[480_000];
        detector.process(new float[quiet.length], 0, quiet, quiet.length);
        assertEquals(0.0, quiet[quiet.length - 1], kind.toString());
        detector.reset();
        double[] again = new double[2000];
        detector.process(noise, 0, again, 2000);
        assertArrayEquals(first, again);
    }

    @Test
    void theWindowEqualsTheNaiveMeanSquare() {
        float[] in = Signals.gaussian(3000, 23, 0.3);
        double[] power = new double[in.length];
        LevelKind.RMS.detector(RATE, 137 * 1000 / RATE).process(in, 0, power, in.length);
        for (int i = 0; i < in.length; i++) {
            double sum = 0;
            for (int k = Math.max(0, i - 136); k <= i; k++) {
                sum += (double) in[k] * in[k];
            }
            assertEquals(2 * sum / 137, power[i], 1e-12, "frame " + i);
        }
    }

    /** An hour at 48 kHz would take too long: the error would show after the first loud minute already. */
    @Test
    void theWindowDoesNotDriftHoweverLoudThePastWas() {
        LevelDetector detector = LevelKind.RMS.detector(RATE, 10);
        float[] loud = Signals.gaussian(48_000, 24, 1e4);
        double[] power = new double[48_000];
        for (int second = 0; second < 60; second++) {
            detector.process(loud, 0, power, loud.length);
        }
        float[] soft = Signals.gaussian(48_000, 25, 1e-4);
        detector.process(soft, 0, power, soft.length);
        double[] fresh = new double[48_000];
        LevelKind.RMS.detector(RATE, 10).process(soft, 0, fresh, soft.length);
        for (int i = 480; i < fresh.length; i++) {
            assertEquals(1, power[i] / fresh[i], 1e-9, "frame " + i);
        }
    }

    @Test
    void thePeakStaysForFiveMilliseconds() {
        float[] impulse = new float[1000];
        impulse[100] = -0.5f;
        double[] power = new double[1000];
        LevelKind.PEAK.detector(RATE, 1).process(impulse, 0, power, 1000);
        for (int i = 0; i < 1000; i++) {
            assertEquals(i >= 100 && i < 340 ? 0.25 : 0, power[i], "frame " + i);
        }
    }

    @Test
    void theTruePeakSeesBetweenTheSamples() {
        float[] sine = Signals.sine(2000, 0.25, StrictMath.PI / 4, 1);
        double[] power = new double[2000];
        LevelKind.PEAK.detector(RATE, 1).process(sine, 0, power, 2000);
        assertEquals(0.5, power[1999], 1e-6);
        LevelDetector truePeak = LevelKind.TRUE_PEAK.detector(RATE, 1);
        truePeak.process(sine, 0, power, 2000);
        assertEquals(1, power[1500], 0.02);
        assertTrue(truePeak.latencyFrames() > 0);
    }

    @Test
    void aWindowOfNothingIsRefused() {
        for (LevelKind kind : new LevelKind[] {LevelKind.RMS, LevelKind.RMS_SMOOTH, LevelKind.K_WEIGHTED}) {
            assertThrows(IllegalArgumentException.class, () -> kind.detector(RATE, 0), kind.toString());
        }
    }
}
