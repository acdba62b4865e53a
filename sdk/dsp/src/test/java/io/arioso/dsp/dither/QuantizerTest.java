package io.arioso.dsp.dither;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantizerTest {
    private static final int FRAMES = 1 << 19;

    @ParameterizedTest
    @EnumSource(Dither.class)
    void everySampleLiesOnTheGridAndWithinFullScale(Dither dither) {
        Random random = new Random(4);
        for (int bits = 8; bits <= 24; bits++) {
            float[] audio = new float[4000];
            for (int i = 0; i < audio.length; i++) {
                audio[i] = 2.4f * random.nextFloat() - 1.2f;
            }
            new Quantizer(bits, dither, 1, true).process(audio, audio.length);
            double steps = 1 << (bits - 1);
            for (float sample : audio) {
                double level = sample * steps;
                assertEquals(Math.rint(level), level, 0, bits + " bits: " + sample);
                assertTrue(level >= -steps && level <= steps - 1, bits + " bits: " + sample);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 0.3", "16, 0.7", "16, 0.00001", "20, 0.1"})
    void triangularDitherMakesAnErrorOfHalfAStepThatKnowsNothingOfTheSignal(int bits, double peak) {
        float[] in = sine(peak);
        double[] error = error(in, bits, Dither.TPDF);
        double power = 0;
        double mean = 0;
        double cross = 0;
        double signal = 0;
        for (int i = 0; i < in.length; i++) {
            power += error[i] * error[i];
            mean += error[i];
            cross += error[i] * in[i];
            signal += (double) in[i] * in[i];
        }
        // Uniform rounding error 1/12 and triangular dither 2/12 of a squared step.
        assertEquals(0.5, Math.sqrt(power / in.length), 0.005);
        assertEquals(0, mean / in.length, 0.005);
        assertEquals(0, cross / Math.sqrt(power * signal), 0.01);
    }

    @Test
    void withoutDitherASmallSineVanishesAndWithDitherItSurvives() {
        float[] in = sine(0.3 / 32768);
        float[] plain = in.clone();
        new Quantizer(16, Dither.NONE, 1, false).process(plain, plain.length);
        assertArrayEquals(new float[in.length], plain);
        float[] dithered = in.clone();
        new Quantizer(16, Dither.TPDF, 1, false).process(dithered, dithered.length);
        double projected = 0;
        double power = 0;
        for (int i = 0; i < in.length; i++) {
            projected += (double) in[i] * dithered[i];
            power += (double) in[i] * in[i];
        }
        assertEquals(1, projected / power, 0.02);
    }

    @ParameterizedTest
    @EnumSource(value = Dither.class, names = {"TPDF", "HIGH_PASS", "LIPSHITZ_5", "WANNAMAKER_9"})
    void theErrorSpectrumIsTheShapersResponse(Dither dither) {
        double[] error = error(sine(0.25), 16, dither);
        for (double frequency : new double[] {0.01, 0.05, 0.08, 0.12, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.49}) {
            double expected = 0.25 * responsePower(dither.feedback(), frequency);
            double measured = density(error, frequency);
            // 1024 averaged periodograms scatter by 3 %.
            double tolerance = 0.15 * expected + 0.002;
            assertEquals(expected, measured, tolerance, dither + " at " + frequency + " of the rate");
        }
    }

    @Test
    void shapersLowerTheNoiseWhereTheEarIsKeenest() {
        double at3500 = 3500 / 44_100.0;
        double five = responsePower(Dither.LIPSHITZ_5.feedback(), at3500);
        double nine = responsePower(Dither.WANNAMAKER_9.feedback(), at3500);
        assertTrue(10 * Math.log10(five) < -15, "five taps: " + 10 * Math.log10(five) + " dB");
        assertTrue(10 * Math.log10(nine) < -20, "nine taps: " + 10 * Math.log10(nine) + " dB");
    }

    @ParameterizedTest
    @EnumSource(Dither.class)
    void equalSeedsGiveEqualBitsForAnyBlockSplitAndAfterReset(Dither dither) {
        float[] in = Arrays.copyOf(sine(0.5), 20_000);
        Arrays.fill(in, 5000, 9000, 0f);
        float[] whole = in.clone();
        Quantizer quantizer = new Quantizer(16, dither, 42, true);
        quantizer.process(whole, whole.length);
        for (int block : new int[] {1, 7, 64, 1000, 4096}) {
            quantizer.reset();
            float[] split = in.clone();
            for (int at = 0; at < split.length; at += block) {
                quantizer.process(split, at, Math.min(block, split.length - at));
            }
            assertArrayEquals(whole, split, "block " + block);
        }
    }

    @Test
    void differentSeedsGiveIndependentNoise() {
        double[] a = error(new float[FRAMES], 16, Dither.TPDF, 1);
        double[] b = error(new float[FRAMES], 16, Dither.TPDF, 2);
        double cross = 0;
        for (int i = 0; i < FRAMES; i++) {
            cross += a[i] * b[i];
        }
        assertEquals(0, cross / FRAMES / 0.25, 0.01);
    }

    @Test
    void digitalSilenceStaysSilentOnRequestOnly() {
        float[] blanked = new float[2000];
        blanked[0] = 0.5f;
        float[] noisy = blanked.clone();
        new Quantizer(16, Dither.WANNAMAKER_9, 3, true).process(blanked, 2000);
        new Quantizer(16, Dither.WANNAMAKER_9, 3, false).process(noisy, 2000);
        int tailOfBlanked = 0;
        int tailOfNoisy = 0;
        for (int i = 1 + Quantizer.BLANK_AFTER_FRAMES; i < 2000; i++) {
            tailOfBlanked += blanked[i] == 0 ? 0 : 1;
            tailOfNoisy += noisy[i] == 0 ? 0 : 1;
        }
        assertEquals(0, tailOfBlanked);
        assertTrue(tailOfNoisy > 500, "samples that are not zero: " + tailOfNoisy);
    }

    @Test
    void aBurstOfBadInputLeavesNoTrace() {
        float[] audio = new float[3000];
        Arrays.fill(audio, 0, 500, 1e30f);
        Arrays.fill(audio, 500, 1000, Float.NaN);
        Arrays.fill(audio, 1000, 1500, Float.NEGATIVE_INFINITY);
        new Quantizer(16, Dither.WANNAMAKER_9, 3, false).process(audio, audio.length);
        for (int i = 0; i < audio.length; i++) {
            double bound = i < 1500 ? 1 : 32.0 / 32768;
            assertTrue(Math.abs(audio[i]) <= bound, "frame " + i + ": " + audio[i]);
        }
    }

    @Test
    void wordLengthsOutsideEightToTwentyFourAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Quantizer(7, Dither.TPDF, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new Quantizer(25, Dither.TPDF, 0, true));
    }

    private static float[] sine(double peak) {
        float[] out = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            out[i] = (float) (peak * Math.sin(0.0911 * i));
        }
        return out;
    }

    private static double[] error(float[] in, int bits, Dither dither) {
        return error(in, bits, dither, 99);
    }

    /** The error in steps. */
    private static double[] error(float[] in, int bits, Dither dither, long seed) {
        float[] out = in.clone();
        new Quantizer(bits, dither, seed, false).process(out, out.length);
        double[] error = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            error[i] = ((double) out[i] - in[i]) * (1 << (bits - 1));
        }
        return error;
    }

    private static double responsePower(double[] feedback, double frequency) {
        double re = 1;
        double im = 0;
        for (int k = 0; k < feedback.length; k++) {
            re -= feedback[k] * Math.cos(2 * Math.PI * frequency * (k + 1));
            im += feedback[k] * Math.sin(2 * Math.PI * frequency * (k + 1));
        }
        return re * re + im * im;
    }

    /** Power per unit bandwidth at one frequency: Hann-windowed periodograms of 512 frames, averaged. */
    private static double density(double[] x, double frequency) {
        int length = 512;
        double sum = 0;
        for (int start = 0; start + length <= x.length; start += length) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < length; i++) {
                double windowed = x[start + i] * (1 - Math.cos(2 * Math.PI * i / length));
                re += windowed * Math.cos(2 * Math.PI * frequency * i);
                im += windowed * Math.sin(2 * Math.PI * frequency * i);
            }
            sum += re * re + im * im;
        }
        return sum / (x.length / length) / (1.5 * length);
    }
}
