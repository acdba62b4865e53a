package io.arioso.dsp.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "48000, 96000", "96000, 44100", "192000, 44100", "44100, 46722.31726",
        "48000, 44055.944055944055", "44100, 8000.1"})
    void sinesInThePassBandComeOutAtTheirTimeWithoutRippleImagesOrAliases(double in, double out) {
        double nyquist = Math.min(in, out) / 2;
        for (double place : new double[] {0.01, 0.1234, 0.5, 0.777, 0.9}) {
            double frequency = place * nyquist;
            float[] resampled = resample(in, out, sine(frequency / in, (int) (in / 4)));
            // Away from the ends the output must be the very sine at the output's own times.
            double error = 0;
            int edge = resampled.length / 5;
            int count = resampled.length - 2 * edge;
            for (int i = edge; i < resampled.length - edge; i++) {
                double ideal = StrictMath.sin(2 * StrictMath.PI * frequency * (i / out));
                error += square(resampled[i] - ideal) / count;
            }
            String what = in + " to " + out + " at " + frequency + " Hz: ";
            // Gain, phase, images and aliases together; float rounding alone is at -150 dB.
            assertTrue(10 * Math.log10(2 * error) < -138, what + "error " + 10 * Math.log10(2 * error) + " dB");
        }
    }

    @ParameterizedTest
    @CsvSource({"48000, 44100", "96000, 44100", "192000, 44100", "96000, 48000", "48000, 44055.944055944055"})
    void sinesBeyondTheNewNyquistVanish(double in, double out) {
        double edge = out / in / 2;
        for (double place : new double[] {0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99}) {
            double frequency = edge + place * (0.5 - edge);
            float[] resampled = resample(in, out, sine(frequency, (int) (in / 4)));
            double power = 0;
            for (int i = resampled.length / 5; i < resampled.length * 4 / 5; i++) {
                power += square(resampled[i]) / (resampled.length * 0.6);
            }
            double levelDb = 10 * Math.log10(2 * power + 1e-30);
            assertTrue(levelDb < -140, in + " to " + out + " at " + frequency * in + " Hz: " + levelDb + " dB");
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "48000, 96000", "96000, 44100", "192000, 44100"})
    void theFiltersOwnResponseKeepsItsPassAndStopBands(int in, int out) {
        double[] response = impulseResponse(in, out);
        int phases = out / gcd(in, out);
        double nyquist = 0.5 * Math.min(1.0, (double) out / in);
        for (int i = 0; i <= 300; i++) {
            double pass = responseDb(response, 0.9 * nyquist * i / 300 / phases) - responseDb(response, 0);
            assertEquals(0, pass, 0.001, "pass band at " + 0.9 * i / 300 + " of the Nyquist frequency");
        }
        double end = 0.5 * Math.min(phases, 8);
        for (int i = 0; i <= 1500; i++) {
            double frequency = nyquist + (end - nyquist) * i / 1500;
            double stop = responseDb(response, frequency / phases) - responseDb(response, 0);
            assertTrue(stop < -140, "stop band at " + frequency + " of the input rate: " + stop + " dB");
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000, 2", "192000, 44100, 1", "48000, 96000, 3", "44100, 46722.31726, 2", "8000, 192000, 1"})
    void anyBlockSplitGivesTheSameBitsAndTheExactLength(double in, double out, int channels) {
        float[][] input = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            input[channel] = noise(9000, 10 + channel);
        }
        Resampler resampler = new Resampler(in, out, channels);
        float[][] whole = run(resampler, input, new int[] {9000});
        assertEquals((int) Math.ceil(9000 * out / in), whole[0].length);
        Random random = new Random(6);
        for (int[] split : new int[][] {{1}, {7}, {64}, {512}, {1000}, random.ints(30, 0, 900).toArray()}) {
            resampler.reset();
            float[][] parts = run(resampler, input, split);
            for (int channel = 0; channel < channels; channel++) {
                assertArrayEquals(whole[channel], parts[channel], "first block " + split[0]);
            }
        }
    }

    @Test
    void lengthIsTheCeilingForEveryInputLength() {
        for (double[] rates : new double[][] {{44_100, 48_000}, {48_000, 44_100}, {96_000, 48_000}, {44_100, 9999.9}}) {
            Resampler resampler = new Resampler(rates[0], rates[1], 1);
            for (int frames : new int[] {0, 1, 2, 3, 146, 147, 148, 160, 1000}) {
                resampler.reset();
                float[][] out = run(resampler, new float[1][frames], new int[] {100});
                assertEquals(resampler.outputFrames(frames), out[0].length, frames + " frames");
                assertEquals((long) Math.ceil(frames * rates[1] / rates[0] - 1e-9), out[0].length, frames + " frames");
            }
        }
    }

    @Test
    void anImpulseStaysAtItsTime() {
        float[] in = new float[4410];
        in[2205] = 1;
        float[] out = resample(44_100, 48_000, in);
        int peak = 0;
        for (int i = 0; i < out.length; i++) {
            peak = Math.abs(out[i]) > Math.abs(out[peak]) ? i : peak;
        }
        assertEquals(2400, peak);
    }

    @Test
    void equalRatesPassEveryBit() {
        float[] in = noise(2000, 3);
        assertArrayEquals(in, resample(48_000, 48_000, in));
    }

    @Test
    void impossibleRatesAreRefusedByName() {
        assertThrows(IllegalArgumentException.class, () -> new Resampler(0, 48_000, 1));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(48_000, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(48_000, 100, 1));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(48_000, 44_100, 0));
    }

    static float[] resample(double in, double out, float[] input) {
        return run(new Resampler(in, out, 1), new float[][] {input}, new int[] {4096})[0];
    }

    private static float[][] run(Resampler resampler, float[][] input, int[] split) {
        int frames = input[0].length;
        int channels = input.length;
        float[][] out = new float[channels][resampler.maxOutputFrames(frames) + resampler.maxFlushFrames()];
        int written = 0;
        int block = 0;
        for (int at = 0; at < frames; block++) {
            int count = Math.min(split[block % split.length], frames - at);
            int more = resampler.process(input, at, count, out, written);
            assertTrue(more <= resampler.maxOutputFrames(count), more + " frames of " + count);
            written += more;
            at += count;
        }
        int last = resampler.flush(out, written);
        assertTrue(last <= resampler.maxFlushFrames(), "flush wrote " + last);
        for (int channel = 0; channel < channels; channel++) {
            out[channel] = Arrays.copyOf(out[channel], written + last);
        }
        return out;
    }

    /** The prototype at {@code out / gcd} times the input rate: impulses at every place that some phase sees. */
    private static double[] impulseResponse(int in, int out) {
        int phases = out / gcd(in, out);
        int step = in / gcd(in, out);
        Resampler resampler = new Resampler(in, out, 1);
        int reach = resampler.latencyFrames() + 1;
        double[] response = new double[2 * reach * phases + 1];
        for (int impulse = reach; impulse < reach + step; impulse++) {
            float[][] input = new float[1][impulse + reach];
            input[0][impulse] = 1;
            resampler.reset();
            float[] seen = run(resampler, input, new int[] {4096})[0];
            for (int m = 0; m < seen.length; m++) {
                int position = m * step - impulse * phases + reach * phases;
                if (position >= 0 && position < response.length) {
                    response[position] = seen[m];
                }
            }
        }
        return response;
    }

    private static double responseDb(double[] h, double frequency) {
        double re = 0;
        double im = 0;
        double turnRe = Math.cos(2 * Math.PI * frequency);
        double turnIm = Math.sin(2 * Math.PI * frequency);
        double c = 1;
        double s = 0;
        for (double tap : h) {
            re += tap * c;
            im += tap * s;
            double next = c * turnRe - s * turnIm;
            s = c * turnIm + s * turnRe;
            c = next;
        }
        return 10 * Math.log10(re * re + im * im);
    }

    private static float[] sine(double frequency, int frames) {
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) StrictMath.sin(2 * StrictMath.PI * frequency * i);
        }
        return out;
    }

    private static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = 2 * random.nextFloat() - 1;
        }
        return out;
    }

    private static double square(double x) {
        return x * x;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
