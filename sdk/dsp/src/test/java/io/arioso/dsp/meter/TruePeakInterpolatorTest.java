package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruePeakInterpolatorTest {
    private static final int TAPS = 32;

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void everyFrameIsTheNaiveMaximumOverItsPhases(int phases) {
        TruePeakInterpolator reader = switch (phases) {
            case 2 -> TruePeakInterpolator.standard(192_000);
            case 4 -> TruePeakInterpolator.standard(48_000);
            default -> new TruePeakInterpolator(48_000, TruePeakReader.PRECISE);
        };
        assertEquals(phases, reader.oversampling());
        float[] x = noise(new Random(phases), 1_500);
        float[] peaks = new float[x.length];
        reader.process(x, 0, peaks, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(naivePeak(x, i - reader.latencyFrames(), phases), peaks[i], 2e-6, "frame " + i);
        }
    }

    @Test void annexTwoReadsWhatItsTableSays() {
        float[] impulse = new float[32];
        impulse[0] = 1;
        float[] peaks = new float[32];
        TruePeakInterpolator reader = new TruePeakInterpolator(48_000, TruePeakReader.ANNEX_2);
        reader.process(impulse, 0, peaks, 0, 32);
        // The largest tap of each column of the table, two frames later for the padding.
        float[] table = {0.0291748046875f, 0.033081054688f, 0.0582275390625f, 0.1015625f, 0.2003173828125f,
            0.97216796875f, 0.97216796875f, 0.2003173828125f, 0.1015625f, 0.0582275390625f, 0.0330810546875f,
            0.0291748046875f};
        assertEquals(0, peaks[1], 0);
        for (int k = 0; k < 12; k++) {
            assertEquals(table[k], peaks[k + 2], 1e-7, "tap " + k);
        }
    }

    @Test void anySplitGivesTheSameBits() {
        long seed = 20261122;
        Random random = new Random(seed);
        float[] x = noise(random, 6_000);
        float[] whole = new float[x.length];
        TruePeakInterpolator.standard(44_100).process(x, 0, whole, 0, x.length);
        float[] split = new float[x.length];
        TruePeakInterpolator reader = TruePeakInterpolator.standard(44_100);
        for (int at = 0; at < x.length; ) {
            int n = Math.min(1 + random.nextInt(600), x.length - at);
            reader.process(x, at, split, at, n);
            at += n;
        }
        assertArrayEquals(whole, split, "seed " + seed);
    }

    @Test void floorGivesTheSameBitsAsTakingTheLargerAfterwards() {
        Random random = new Random(5);
        float[] x = noise(random, 20_000);
        for (int i = 0; i < x.length; i++) {
            x[i] *= 0.5f * (1 + (float) StrictMath.sin(i * 0.0009));
        }
        float[] plain = new float[x.length];
        float[] floored = new float[x.length];
        TruePeakInterpolator.standard(48_000).process(x, 0, plain, 0, x.length);
        TruePeakInterpolator reader = TruePeakInterpolator.standard(48_000);
        for (int at = 0; at < x.length; at += 50) {
            reader.process(x, at, floored, at, 50, 0.7f);
        }
        for (int i = 0; i < x.length; i++) {
            assertEquals(Math.max(plain[i], 0.7f), floored[i], 0f, "frame " + i);
        }
    }

    @Test void resetForgetsThePast() {
        TruePeakInterpolator reader = TruePeakInterpolator.standard(48_000);
        reader.process(noise(new Random(1), 200), 0, new float[200], 0, 200);
        reader.reset();
        float[] peaks = new float[100];
        reader.process(new float[100], 0, peaks, 0, 100);
        assertArrayEquals(new float[100], peaks);
    }

    @Test void impossibleSampleRatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TruePeakInterpolator.standard(0));
        assertThrows(IllegalArgumentException.class,
                () -> new TruePeakInterpolator(Double.NaN, TruePeakReader.PRECISE));
    }

    private static double naivePeak(float[] x, int frame, int phases) {
        double peak = 0;
        for (int phase = 0; phase < phases; phase++) {
            double[] h = PolyphaseFilter.design((double) phase / phases, TAPS, 0.5, KaiserWindow.forStopBand(54));
            double y = 0;
            for (int k = 0; k < TAPS; k++) {
                int n = frame + k - TAPS / 2 + 1;
                y += n >= 0 && n < x.length ? h[k] * x[n] : 0;
            }
            peak = Math.max(peak, Math.abs(y));
        }
        return peak;
    }

    private static float[] noise(Random random, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = random.nextFloat() * 2 - 1;
        }
        return x;
    }
}
