package io.arioso.dsp.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An impulse response at another rate must sound the same and begin no earlier. */
class ImpulseResamplerTest {
    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "44100, 96000", "96000, 44100", "48000, 192000", "192000, 48000",
        "8000, 192000", "44056, 48000", "44100.5, 48000", "384000, 44100"})
    void responsesThatBeginAtOnceKeepTheirFrequencyResponse(double from, double to) {
        float[] impulse = {1, -0.3f, 0.2f, 0, 0.1f};
        float[] out = new ImpulseResampler(from, to).convert(new float[][] {impulse})[0];
        double top = 0.45 * Math.min(from, to);
        for (int step = 0; step <= 40; step++) {
            double hz = step == 0 ? 0 : 20 * Math.pow(top / 20, step / 40.0);
            double db = 10 * Math.log10(power(out, hz / to) / power(impulse, hz / from));
            assertEquals(0, db, 0.1, from + " to " + to + " at " + hz + " Hz");
        }
    }

    private static double power(float[] signal, double turns) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < signal.length; i++) {
            re += signal[i] * Math.cos(2 * Math.PI * turns * i);
            im += signal[i] * Math.sin(2 * Math.PI * turns * i);
        }
        return re * re + im * im;
    }

    /** The minimum-phase filter is late by little: the first frames hold the impulse. */
    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 96000", "44100, 192000", "96000, 48000"})
    void energyComesWithinAMillisecond(double from, double to) {
        float[] out = new ImpulseResampler(from, to).convert(new float[][] {{1}})[0];
        double all = 0;
        double early = 0;
        for (int i = 0; i < out.length; i++) {
            all += (double) out[i] * out[i];
            if (i < to / 1000) early += (double) out[i] * out[i];
        }
        assertTrue(early > 0.98 * all, "early share " + early / all);
    }

    @Test
    void thereAndBackIsTheSameSignalInItsBand() {
        Random random = new Random(1);
        float[] noise = new float[5_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        float[][] there = new ImpulseResampler(48_000, 88_200).convert(new float[][] {noise});
        float[] back = new ImpulseResampler(88_200, 48_000).convert(there)[0];
        for (double hz = 50; hz < 20_000; hz *= 1.3) {
            double db = 10 * Math.log10(power(back, hz / 48_000) / power(noise, hz / 48_000));
            assertEquals(0, db, 0.05, hz + " Hz");
        }
    }

    @Test
    void equalRatesChangeNothing() {
        float[] impulse = {1, 2, 3};
        float[] out = new ImpulseResampler(48_000, 48_000).convert(new float[][] {impulse})[0];
        assertArrayEquals(impulse, out);
        out[0] = 5;
        assertEquals(1, impulse[0]);
    }

    @Test
    void hugeRatiosAreRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new ImpulseResampler(1_000, 100_000))
                .getMessage();
        assertEquals("resampling ratio: 100.0 is outside 1/64..64", message);
    }
}
