package io.arioso.dsp.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.resample.Oversampler;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftClipTest {
    @ParameterizedTest
    @CsvSource({"1, 0.5", "0.5, 0", "0.8912509, 0.9", "0.25, 0.999", "2, 0.7"})
    void theCurveIsTheFormulaBoundedOddAndMonotone(double ceiling, double knee) {
        SoftClip clip = clip(1, ceiling, knee);
        float[] x = ramp(-8 * ceiling, 8 * ceiling, 20_001);
        float[] y = x.clone();
        clip.process(y, 0, y.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(naive(x[i], ceiling, knee), y[i], 3e-7 * ceiling, "at " + x[i]);
            assertTrue(Math.abs(y[i]) <= (float) ceiling, "at " + x[i]);
            assertEquals(-y[x.length - 1 - i], y[i], 0f, "at " + x[i]);
            // A rounding may fall one step back where the curve is flat.
            assertTrue(i == 0 || y[i] >= y[i - 1] - Math.ulp(y[i]), "falls at " + x[i]);
        }
    }

    @Test
    void whatStaysUnderTheKneeIsUntouched() {
        float[] x = ramp(-0.5, 0.5, 1001);
        float[] y = x.clone();
        clip(1, 1, 0.5).process(y, 0, y.length);
        assertArrayEquals(x, y);
    }

    @Test
    void slopeAndBendAreContinuousAtTheKnee() {
        SoftClip clip = clip(1, 1, 0.5);
        double h = 1e-3;
        double slope = (clip.bend(0.5 + h) - clip.bend(0.5)) / h;
        double bend = (clip.bend(0.5 + 2 * h) - 2 * clip.bend(0.5 + h) + clip.bend(0.5)) / (h * h);
        assertEquals(1, slope, 1e-5);
        assertEquals(0, bend, 0.02);
    }

    @Test
    void hugeSamplesComeOutAtTheCeilingAndDriveIsAGainInFront() {
        float[] huge = {1e30f, -1e38f, Float.POSITIVE_INFINITY, 1e5f, 0f};
        clip(1, 0.75, 0.5).process(huge, 0, 5);
        assertArrayEquals(new float[] {0.75f, -0.75f, 0.75f, 0.75f, 0f}, huge);
        float[] driven = {0.1f};
        clip(4, 1, 0.5).process(driven, 0, 1);
        assertEquals(0.4f, driven[0], 1e-8f);
    }

    @ParameterizedTest
    @CsvSource({"2, -60", "4, -86", "8, -95"})
    void oversamplingTakesTheAliasesAway(int factor, double limitDb) {
        float[] tone = tone(4999 / 48_000.0, 48_000, 1.6);
        float[] plain = tone.clone();
        clip(1, 1, 0.5).process(plain, 0, plain.length);
        float[] fast = new float[tone.length * factor];
        Oversampler oversampler = new Oversampler(factor);
        oversampler.up(tone, 0, fast, 0, tone.length);
        clip(1, 1, 0.5).process(fast, 0, fast.length);
        float[] clean = new float[tone.length];
        oversampler.down(fast, 0, clean, 0, tone.length);
        double before = aliasesDb(plain);
        double after = aliasesDb(clean);
        assertTrue(before > -52, "plain: " + before);
        assertTrue(after < limitDb, factor + "x: " + after);
    }

    @Test
    void theAveragedClipFoldsBackLessWithoutOversampling() {
        float[] tone = tone(4999 / 48_000.0, 48_000, 1.6);
        float[] plain = tone.clone();
        clip(1, 1, 0.5).process(plain, 0, plain.length);
        float[] averaged = tone.clone();
        new AntialiasedSoftClip(clip(1, 1, 0.5)).process(averaged, 0, averaged.length);
        assertTrue(aliasesDb(averaged) < aliasesDb(plain) - 12, aliasesDb(averaged) + " and " + aliasesDb(plain));
    }

    @Test
    void underTheKneeTheAveragedClipIsADelayByOneFrameBitForBit() {
        float[] in = noise(3000, 5, 0.5f);
        float[] out = in.clone();
        new AntialiasedSoftClip(clip(1, 1, 0.5)).process(out, 0, out.length);
        assertArrayEquals(Arrays.copyOf(in, 2999), Arrays.copyOfRange(out, 1, 3000));
    }

    @Test
    void steadySamplesComeOutOfTheAveragedClipOnTheCurve() {
        SoftClip curve = clip(2, 0.8, 0.3);
        float[] steady = new float[50];
        Arrays.fill(steady, 0.45f);
        new AntialiasedSoftClip(curve).process(steady, 0, 50);
        assertEquals(naive(0.9, 0.8, 0.3), steady[20], 1e-6);
    }

    @Test
    void theIntegralIsThatOfTheLoss() {
        SoftClip clip = clip(1, 0.9, 0.4);
        for (double x : new double[] {0.2, 0.37, 0.9, -1.5, 4}) {
            double sum = 0;
            int steps = 100_000;
            for (int i = 0; i < steps; i++) {
                double at = x * (i + 0.5) / steps;
                sum += (clip.bend(at) - at) * x / steps;
            }
            assertEquals(sum, clip.integralOfLoss(x), 1e-7, "at " + x);
        }
    }

    @Test
    void anyBlockSplitGivesTheSameBits() {
        float[] in = noise(4000, 8, 2);
        float[] whole = in.clone();
        AntialiasedSoftClip clip = new AntialiasedSoftClip(clip(1.5, 1, 0.2));
        clip.process(whole, 0, 4000);
        for (int block : new int[] {1, 7, 64, 480, 1000}) {
            clip.reset();
            float[] split = in.clone();
            for (int at = 0; at < 4000; at += block) {
                clip.process(split, at, Math.min(block, 4000 - at));
            }
            assertArrayEquals(whole, split, "block " + block);
        }
    }

    @Test
    void settingsOutOfBoundsAreRefused() {
        SoftClip clip = new SoftClip();
        assertThrows(IllegalArgumentException.class, () -> clip.setDrive(0));
        assertThrows(IllegalArgumentException.class, () -> clip.setCeiling(-1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> clip.setCeiling(1, 1));
    }

    private static SoftClip clip(double drive, double ceiling, double knee) {
        SoftClip clip = new SoftClip();
        clip.setDrive(drive);
        clip.setCeiling(ceiling, knee);
        return clip;
    }

    private static double naive(double x, double ceiling, double knee) {
        double e = Math.max(0, Math.abs(x) - knee * ceiling);
        double r = e / ((1 - knee) * ceiling);
        return Math.signum(x) * (Math.min(Math.abs(x), knee * ceiling) + e / Math.sqrt(1 + r * r));
    }

    /** The largest line of the spectrum that is no harmonic below the Nyquist frequency, against the fundamental. */
    private static double aliasesDb(float[] x) {
        int n = 48_000;
        int fundamental = 4999;
        double worst = 0;
        for (int k = 2; k < 60; k++) {
            int folded = Math.floorMod(k * fundamental, n);
            folded = Math.min(folded, n - folded);
            if (k * fundamental > n / 2 && folded < 20_000) {
                worst = Math.max(worst, line(x, n, folded));
            }
        }
        return 20 * Math.log10(worst / line(x, n, fundamental));
    }

    private static double line(float[] x, int n, int cycles) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * ((long) cycles * i % n) / n;
            re += x[x.length - n + i] * Math.cos(angle);
            im += x[x.length - n + i] * Math.sin(angle);
        }
        return Math.hypot(re, im);
    }

    private static float[] tone(double frequency, int frames, double peak) {
        float[] out = new float[frames + 1000];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (peak * Math.sin(2 * Math.PI * frequency * i));
        }
        return out;
    }

    private static float[] ramp(double from, double to, int frames) {
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) (from + (to - from) * i / (frames - 1));
        }
        return out;
    }

    private static float[] noise(int frames, long seed, float peak) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = peak * (2 * random.nextFloat() - 1);
        }
        return out;
    }
}
