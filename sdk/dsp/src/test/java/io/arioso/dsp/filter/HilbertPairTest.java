package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HilbertPairTest {

    /** The ripple of a sine's envelope is half the phase error. */
    @ParameterizedTest
    @CsvSource({"44100, 20, 0.001", "44100, 100, 0.001", "44100, 21900, 0.001", "48000, 50, 0.001",
        "48000, 1000, 0.001", "48000, 23000, 0.001", "88200, 20, 0.002", "96000, 100, 0.002", "96000, 47000, 0.002",
        "176400, 20, 0.004", "192000, 20, 0.0041", "192000, 1000, 0.0041", "192000, 95000, 0.0041"})
    void theEnvelopeOfASineIsFlat(double rate, double hertz, double phaseError) {
        HilbertPair pair = new HilbertPair(rate);
        int frames = (int) (rate / 2);
        float[] sine = sine(frames, hertz / rate);
        double[] power = new double[frames];
        pair.envelopePower(sine, 0, power, frames);
        for (int i = frames / 2; i < frames; i++) {
            assertEquals(1, StrictMath.sqrt(power[i]), phaseError / 2 * 1.1 + 2e-5, hertz + " Hz, frame " + i);
        }
    }

    private static float[] sine(int frames, double cyclesPerFrame) {
        float[] sine = new float[frames];
        for (int i = 0; i < frames; i++) {
            sine[i] = (float) StrictMath.sin(2 * StrictMath.PI * ((cyclesPerFrame * i) % 1));
        }
        return sine;
    }

    @Test
    void bothChannelsKeepTheEnergyOfNoise() {
        float[] noise = noise(200_000);
        double[] first = new double[noise.length];
        double[] second = new double[noise.length];
        new HilbertPair(48_000).process(noise, 0, first, second, noise.length);
        double in = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < noise.length; i++) {
            in += noise[i] * noise[i];
            a += first[i] * first[i];
            b += second[i] * second[i];
        }
        assertEquals(1, a / in, 1e-3);
        assertEquals(1, b / in, 1e-3);
    }

    private static float[] noise(int frames) {
        Random random = new Random(9);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    @ParameterizedTest
    @ValueSource(doubles = {48_000, 96_000})
    void equalsTheNaiveAllPassesForAnySplit(double rate) {
        float[] noise = noise(3000);
        double[] expected = new double[noise.length];
        new NaiveHilbert(rate).process(noise, expected);
        double[] whole = new double[noise.length];
        new HilbertPair(rate).envelopePower(noise, 0, whole, noise.length);
        assertArrayEquals(expected, whole, 1e-9);
        Random random = new Random(4);
        for (int most : new int[] {1, 7, 64, 500}) {
            HilbertPair pair = new HilbertPair(rate);
            double[] part = new double[most];
            for (int at = 0; at < noise.length; ) {
                int count = Math.min(noise.length - at, most == 1 ? 1 : 1 + random.nextInt(most));
                pair.envelopePower(noise, at, part, count);
                for (int i = 0; i < count; i++) {
                    assertEquals(whole[at + i], part[i], "blocks up to " + most + ", frame " + (at + i));
                }
                at += count;
            }
        }
    }

    @Test
    void silenceBecomesExactZeroAndResetForgets() {
        HilbertPair pair = new HilbertPair(48_000);
        float[] noise = noise(1000);
        double[] first = new double[1000];
        pair.envelopePower(noise, 0, first, 1000);
        double[] power = new double[480_000];
        pair.envelopePower(new float[480_000], 0, power, 480_000);
        assertEquals(0.0, power[power.length - 1]);
        pair.reset();
        double[] again = new double[1000];
        pair.envelopePower(noise, 0, again, 1000);
        assertArrayEquals(first, again);
    }

    @Test
    void anImpossibleRateIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HilbertPair(100));
        assertThrows(IllegalArgumentException.class, () -> new HilbertPair(Double.NaN));
    }

    /** One section after another, one frame at a time; coefficients printed. */
    private static final class NaiveHilbert {
        private final double[] c;

        NaiveHilbert(double rate) {
            c = rate > 50_000 ? NINETY_SIX : FORTY_EIGHT;
        }

        void process(float[] in, double[] power) {
            double[] straight = new double[in.length];
            double[] turned = new double[in.length];
            for (int i = 0; i < in.length; i++) {
                straight[i] = in[i];
                turned[i] = i > 0 ? in[i - 1] : 0;
            }
            for (int section = 0; section < c.length; section += 2) {
                straight = allPass(straight, c[section]);
                turned = allPass(turned, c[section + 1]);
            }
            for (int i = 0; i < in.length; i++) {
                power[i] = straight[i] * straight[i] + turned[i] * turned[i];
            }
        }

        private static double[] allPass(double[] x, double c) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = c * (x[i] + (i > 1 ? y[i - 2] : 0)) - (i > 1 ? x[i - 2] : 0);
            }
            return y;
        }

        /* Printed by an independent program (NumPy) from the same closed form. */
        private static final double[] FORTY_EIGHT = {
            0.08130376955577621, 0.2781482846065973, 0.4988892826374698, 0.6810519642071192,
            0.8080015240300283, 0.888277600820676, 0.936304278098615, 0.9641789991338103,
            0.9801411143050455, 0.9893170190459731, 0.9947892624577226, 0.9984435004321597};
        private static final double[] NINETY_SIX = {
            0.09634963697279386, 0.3206359918313871, 0.5559200099385713, 0.7353736630217473,
            0.8508503780488385, 0.9185570949212862, 0.9563102257345529, 0.9768172363352703,
            0.9878312626162002, 0.9937665883824518, 0.997074985239097, 0.9991452687358613};
    }
}
