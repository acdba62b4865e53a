package io.arioso.dsp.fir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PolyphaseFilterTest {
    private final PolyphaseFilter filter = new PolyphaseFilter(4, 32, 0.5, KaiserWindow.forStopBand(54));

    @Test void besselFunctionMatchesItsTable() {
        // Abramowitz and Stegun, table 9.8.
        assertEquals(1.0, KaiserWindow.besselI0(0), 0);
        assertEquals(1.2660658777520084, KaiserWindow.besselI0(1), 1e-15);
        assertEquals(27.239871823604442, KaiserWindow.besselI0(5), 1e-13);
        assertEquals(2815.716628466254, KaiserWindow.besselI0(10), 1e-10);
    }

    @Test void windowIsSymmetricAndOneInTheMiddle() {
        double[] w = new KaiserWindow(8).points(65);
        assertEquals(1, w[32], 1e-15);
        for (int i = 0; i < 65; i++) {
            assertEquals(w[64 - i], w[i], 1e-15);
        }
        assertEquals(0, new KaiserWindow(8).at(1.01), 0);
    }

    @Test void phaseZeroOfAFullBandFilterIsTheSampleItself() {
        float[] expected = new float[32];
        expected[15] = 1;
        assertArrayEquals(expected, filter.phase(0), 0);
    }

    @Test void phasesMirrorEachOther() {
        for (int k = 0; k < 32; k++) {
            assertEquals(filter.phase(1)[k], filter.phase(3)[31 - k], 1e-9);
            assertEquals(filter.phase(2)[k], filter.phase(2)[31 - k], 1e-9);
        }
    }

    @Test void sineIsReadBetweenItsSamples() {
        float[] sine = new float[64];
        for (int n = 0; n < 64; n++) {
            sine[n] = (float) StrictMath.sin(2 * StrictMath.PI * 0.3 * n + 0.7);
        }
        for (int phase = 0; phase < 4; phase++) {
            for (int n = 15; n < 48; n++) {
                double exact = StrictMath.sin(2 * StrictMath.PI * 0.3 * (n + phase / 4.0) + 0.7);
                assertEquals(exact, FirKernel.dot(filter.phase(phase), sine, n - 15), 0.003);
            }
        }
    }

    @Test void stopBandLiesWhereItWasDesigned() {
        double stopBandDb = 80;
        int taps = KaiserWindow.tapsFor(stopBandDb, 0.1) + 1 & ~1;
        double[] h = PolyphaseFilter.design(0, taps, 0.2, KaiserWindow.forStopBand(stopBandDb));
        assertTrue(magnitude(h, 0.15) > 0.9997, "pass band");
        assertTrue(magnitude(h, 0.15) < 1.0003, "pass band");
        for (double f = 0.25; f <= 0.5; f += 0.001) {
            assertTrue(magnitude(h, f) < 1.2e-4, "leak at " + f + ": " + magnitude(h, f));
        }
    }

    @Test void blockKernelAgreesWithTheNaiveSumAndIgnoresSplits() {
        Random random = new Random(7);
        float[] taps = noise(random, 36);
        float[] x = noise(random, 2000 + 35);
        float[] whole = new float[2000];
        float[] split = new float[2000];
        new FirKernel().run(taps, x, 0, whole, 0, 2000);
        FirKernel kernel = new FirKernel();
        for (int at = 0; at < 2000; ) {
            int n = Math.min(1 + random.nextInt(700), 2000 - at);
            kernel.run(taps, x, at, split, at, n);
            at += n;
        }
        assertArrayEquals(whole, split, 0);
        for (int i = 0; i < 2000; i++) {
            double exact = 0;
            for (int k = 0; k < 36; k++) {
                exact += (double) taps[k] * x[i + k];
            }
            assertEquals(exact, whole[i], 1e-5);
            assertEquals(exact, FirKernel.dot(taps, x, i), 1e-5);
        }
    }

    @Test void impossibleDesignsAreRefused() {
        KaiserWindow window = new KaiserWindow(5);
        assertThrows(IllegalArgumentException.class, () -> new PolyphaseFilter(4, 31, 0.5, window));
        assertThrows(IllegalArgumentException.class, () -> new PolyphaseFilter(0, 32, 0.5, window));
        assertThrows(IllegalArgumentException.class, () -> new PolyphaseFilter(4, 32, 0.6, window));
        assertThrows(IllegalArgumentException.class, () -> new KaiserWindow(-1));
        assertThrows(IllegalArgumentException.class, () -> new FirKernel().run(new float[5], new float[9], 0,
                new float[4], 0, 4));
    }

    private static double magnitude(double[] h, double frequency) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < h.length; k++) {
            re += h[k] * StrictMath.cos(2 * StrictMath.PI * frequency * k);
            im += h[k] * StrictMath.sin(2 * StrictMath.PI * frequency * k);
        }
        return StrictMath.hypot(re, im);
    }

    private static float[] noise(Random random, int length) {
        float[] x = new float[length];
        for (int i = 0; i < length; i++) {
            x[i] = random.nextFloat() * 2 - 1;
        }
        return x;
    }
}
