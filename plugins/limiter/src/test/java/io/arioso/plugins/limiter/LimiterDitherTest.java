package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last stage: whole steps of the word length, and an error that the music does not know of. */
class LimiterDitherTest {
    @ParameterizedTest
    @CsvSource({"tpdf, 16", "shaped, 16", "shaped_strong, 16", "tpdf, 8", "shaped, 20", "shaped_strong, 24"})
    void everySampleIsAWholeStep(String dither, int bits) {
        float[][] out = Measured.render(Signals.whiteChannels(2, 20_000, 3, 1), "gain=6", "dither=" + dither,
            "dither_bits=" + bits);
        for (float[] channel : out) {
            for (float sample : channel) {
                double steps = sample * (double) (1 << (bits - 1));
                assertEquals(Math.rint(steps), steps, 0, "sample " + sample);
            }
        }
    }

    @Test
    void theGridHoldsWhileUnityGainIsListenedTo() {
        float[][] out = Measured.render(Signals.whiteChannels(2, 20_000, 3, 1), "gain=6", "unity_gain=on",
            "dither=tpdf");
        for (float sample : out[0]) {
            assertEquals(Math.rint(sample * 32_768.0), sample * 32_768.0, 0, "sample " + sample);
        }
    }

    @Test
    void tpdfErrsByHalfAStepRmsAndIsDecorrelatedFromMusicAndBetweenChannels() {
        int frames = 400_000;
        float[][] in = Signals.whiteChannels(2, frames, 77, 0.1);
        double[][] error = Measured.wordLengthError(frames, "tpdf", 16);
        for (int channel = 0; channel < 2; channel++) {
            assertEquals(0.5, Math.sqrt(product(error[channel], error[channel], 0)), 0.005);
            double[] music = new double[frames];
            for (int i = 88; i < frames; i++) {
                music[i] = in[channel][i - 88];
            }
            assertTrue(Math.abs(correlation(error[channel], music, 0)) < 0.01);
            assertTrue(Math.abs(correlation(error[channel], error[channel], 1)) < 0.01);
        }
        assertTrue(Math.abs(correlation(error[0], error[1], 0)) < 0.01);
    }

    @ParameterizedTest
    @CsvSource({"shaped, 6, 8", "shaped_strong, 12, 12"})
    void shapersMoveNoiseFromWhereTheEarIsKeenToTheTop(String dither, double lessDb, double moreDb) {
        double[] flat = Measured.wordLengthError(200_000, "tpdf", 16)[0];
        double[] shaped = Measured.wordLengthError(200_000, dither, 16)[0];
        double keen = Measured.densityDb(shaped, 2500, 4500) - Measured.densityDb(flat, 2500, 4500);
        double top = Measured.densityDb(shaped, 19_000, 23_000) - Measured.densityDb(flat, 19_000, 23_000);
        assertTrue(keen < -lessDb, "2.5 to 4.5 kHz: " + keen + " dB");
        assertTrue(top > moreDb, "19 to 23 kHz: " + top + " dB");
    }

    @Test
    void digitalSilenceStaysSilent() {
        float[][] out = Measured.render(new float[2][4000], "dither=shaped_strong");
        for (int i = 400; i < 4000; i++) {
            assertEquals(0f, out[0][i]);
        }
    }

    @Test
    void offChangesNothing() {
        float[][] in = Signals.whiteChannels(2, 5000, 5, 1);
        assertArrayEquals(Measured.render(in), Measured.render(in, "dither=off", "dither_bits=8"));
    }

    private static double product(double[] a, double[] b, int lag) {
        double sum = 0;
        int from = 1000;
        for (int i = from; i + lag < a.length; i++) {
            sum += a[i] * b[i + lag];
        }
        return sum / (a.length - lag - from);
    }

    private static double correlation(double[] a, double[] b, int lag) {
        return product(a, b, lag) / Math.sqrt(product(a, a, 0) * product(b, b, 0));
    }
}
