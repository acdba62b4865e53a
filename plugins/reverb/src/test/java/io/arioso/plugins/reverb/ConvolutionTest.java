package io.arioso.plugins.reverb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the convolution mode sounds like. */
class ConvolutionTest {
    private static final double RMS = 0.5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyPathIsTheConvolutionWithItsChannel(int channels) {
        float[][] impulse = new float[channels][];
        for (int channel = 0; channel < channels; channel++) impulse[channel] = WaveBytes.decay(channel, 10_000);
        float[][] in = {WaveBytes.decay(10, 20_000), WaveBytes.decay(11, 20_000)};
        float[][] out = wet(reverb(48_000, impulse)).render(in);
        double gain = gain(impulse);
        for (int n = 0; n < 20_000; n += 37) {
            double left = at(n, in[0], impulse[0]) + (channels == 4 ? at(n, in[1], impulse[2]) : 0);
            double right = at(n, in[1], impulse[channels == 1 ? 0 : channels == 2 ? 1 : 3])
                + (channels == 4 ? at(n, in[0], impulse[1]) : 0);
            assertEquals(gain * left, out[0][n], 2e-6, "left, frame " + n);
            assertEquals(gain * right, out[1][n], 2e-6, "right, frame " + n);
        }
    }

    private static double at(int n, float[] in, float[] impulse) {
        double sum = 0;
        for (int k = Math.max(0, n - in.length + 1); k <= Math.min(n, impulse.length - 1); k++) {
            sum += (double) impulse[k] * in[n - k];
        }
        return sum;
    }

    /** Unit energy on the average of the two outputs. */
    private static double gain(float[][] impulse) {
        double energy = 0;
        for (float[] channel : impulse) for (float tap : channel) energy += (double) tap * tap;
        return Math.sqrt((impulse.length == 1 ? 1 : 2) / energy);
    }

    @Test
    void impulseComesBackAsTheImpulseResponseWithoutLatency() {
        float[] impulse = WaveBytes.decay(1, 30_000);
        float[] in = new float[40_000];
        in[0] = 1;
        float[][] out = wet(reverb(48_000, impulse)).render(in, in);
        double gain = gain(new float[][] {impulse});
        for (int n = 0; n < in.length; n++) {
            assertEquals(n < impulse.length ? gain * impulse[n] : 0, out[0][n], 1e-6, "frame " + n);
        }
        assertArrayEquals(out[0], out[1]);
        try (RunningPlugin running = wet(reverb(48_000, impulse)).open()) {
            assertEquals(0, running.latencyFrames());
            assertEquals(30_000, running.tailFrames());
        }
    }

    @Test
    void stereoImpulseResponseOnMonoIsTheMeanOfBothSides() {
        float[][] impulse = {WaveBytes.decay(1, 3_000), WaveBytes.decay(2, 3_000)};
        float[] sum = new float[3_000];
        for (int i = 0; i < sum.length; i++) sum[i] = (impulse[0][i] + impulse[1][i]) / 2;
        float[] in = new float[4_000];
        in[100] = 1;
        float[] out = wet(reverb(48_000, impulse)).layout(BusLayout.MONO).render(in)[0];
        double gain = gain(new float[][] {sum});
        for (int n = 0; n < 3_000; n++) assertEquals(gain * sum[n], out[100 + n], 1e-6, "frame " + n);
    }

    /** The same decay, recorded at one rate and played at another, has the same level in every third of an octave. */
    @ParameterizedTest
    @ValueSource(ints = {44_100, 88_200, 96_000, 192_000})
    void impulseResponseOfAnotherRateKeepsItsFrequencyResponse(int rate) {
        float[] impulse = WaveBytes.decay(3, 24_000);
        double[] expected = levels(impulse, 48_000);
        float[] in = new float[rate];
        in[0] = 1;
        float[] out = wet(reverb(48_000, impulse)).rate(rate).render(in, in)[0];
        double[] actual = levels(out, rate);
        double unitDb = 20 * Math.log10(gain(new float[][] {impulse}));
        for (int band = 0; band < expected.length; band++) {
            assertEquals(expected[band] + unitDb, actual[band], 0.05, "third-octave band " + band);
        }
    }

    /** Power in third-octave bands from 100 Hz to 16 kHz, dB, each of 40 lines of a Fourier transform. */
    private static double[] levels(float[] signal, double rate) {
        double[] levels = new double[23];
        for (int band = 0; band < levels.length; band++) {
            double power = 0;
            for (int line = 0; line < 40; line++) {
                double hz = 100 * Math.pow(2, (band + line / 40.0 - 0.5) / 3);
                power += powerAt(signal, 2 * Math.PI * hz / rate);
            }
            levels[band] = 10 * Math.log10(power);
        }
        return levels;
    }

    private static double powerAt(float[] signal, double step) {
        double re = 0;
        double im = 0;
        double turnRe = Math.cos(step);
        double turnIm = Math.sin(step);
        double cos = 1;
        double sin = 0;
        for (float sample : signal) {
            re += sample * cos;
            im += sample * sin;
            double next = cos * turnRe - sin * turnIm;
            sin = cos * turnIm + sin * turnRe;
            cos = next;
        }
        return re * re + im * im;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void noiseComesOutAsLoudAsItGoesIn(int channels) {
        float[][] impulse = new float[channels][];
        for (int channel = 0; channel < channels; channel++) impulse[channel] = WaveBytes.decay(channel, 2_000);
        float[][] in = {uniform(1, 100_000), uniform(2, 100_000)};
        float[][] out = wet(reverb(48_000, impulse)).render(in);
        double power = 0;
        for (float[] channel : out) for (float sample : channel) power += (double) sample * sample / 200_000;
        assertEquals(20 * Math.log10(RMS), 10 * Math.log10(power), 0.3);
    }

    private static float[] uniform(long seed, int frames) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) out[i] = (float) (RMS * Math.sqrt(3) * (2 * random.nextDouble() - 1));
        return out;
    }

    @Test
    void startLengthFadeAndReverseCutTheImpulseResponse() {
        float[] impulse = new float[4_800];
        Arrays.fill(impulse, 0.5f);
        impulse[480] = 1;
        float[] in = new float[6_000];
        in[0] = 1;
        float[] out = wet(reverb(48_000, impulse))
            .set("ir_start_ms=10 ms", "ir_length=50 %", "ir_fade=50 %", "ir_reverse=on").render(in, in)[0];
        // Of the 4320 frames from 480 on half remain; turned round the marked first one comes last.
        double unit = out[2_159] / 2;
        assertTrue(unit > 0, "unit " + unit);
        for (int i = 1_080; i < 2_159; i++) assertEquals(unit, out[i], 1e-6, "frame " + i);
        for (int i = 2_160; i < 6_000; i++) assertEquals(0, out[i], 1e-6, "frame " + i);
        for (int i = 1; i < 1_080; i++) assertTrue(out[i] > out[i - 1] - 1e-7, "frame " + i);
        assertEquals(unit / 2, out[540], unit / 500);
    }

    @Test
    void withoutAFileThereIsABuiltInImpulseResponse() {
        float[] in = new float[96_000];
        in[0] = 1;
        float[][] out = wet(Reverb::new).set("mode=Convolution").render(in, in);
        double energy = 0;
        for (float sample : out[0]) energy += (double) sample * sample;
        assertEquals(1, energy, 0.1);
        double late = 0;
        for (int i = 48_000; i < 96_000; i++) late += (double) out[0][i] * out[0][i];
        assertTrue(late < 0.01 * energy, "energy after a second: " + late);
    }

    private Supplier<AudioPlugin> reverb(int rate, float[]... impulse) {
        return () -> {
            try {
                Reverb reverb = new Reverb();
                ImpulseStateTest.use(reverb, WaveBytes.write(folder.resolve("ir.wav"), rate, impulse));
                return reverb;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        };
    }

    private static PluginHarness wet(Supplier<? extends AudioPlugin> source) {
        return PluginHarness.of(source).set("mix=100 %", "predelay_ms=0 ms");
    }
}
