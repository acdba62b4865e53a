package io.arioso.dsp.reverb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayCurveTest {
    private static final double RATE = 48_000;
    private static final int RESPONSE = 16_384;

    /** The impulse response of line 5 for a pass of so many frames. */
    private static float[] response(double[] seconds, int frames) {
        DecayCurve curve = new DecayCurve(RATE);
        for (int band = 0; band < seconds.length; band++) {
            curve.setSeconds(band, seconds[band]);
        }
        AbsorptionBank bank = new AbsorptionBank();
        bank.begin(curve.chooseShelves());
        curve.design(5, frames, 1, bank);
        float[][] rows = new float[HadamardMatrix.ROWS][RESPONSE];
        rows[5][0] = 1;
        bank.process(rows, RESPONSE);
        return rows[5];
    }

    private static double levelDb(float[] response, double hertz) {
        double turn = 2 * Math.PI * hertz / RATE;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < response.length; i++) {
            real += response[i] * StrictMath.cos(turn * i);
            imaginary += response[i] * StrictMath.sin(turn * i);
        }
        return 10 * StrictMath.log10(real * real + imaginary * imaginary);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1, 1, 1, 1, 0.6, 5000", "2, 1.3, 1, 1, 1, 0.7, 0.5, 2833", "8, 0.5, 1, 2, 1, 0.5, 1, 5003",
        "20, 4, 2, 1, 0.5, 0.25, 0.1, 2999", "1, 1, 0.8, 1.2, 0.9, 1.1, 0.6, 1201"})
    void aPassLosesWhatTheDecayTimeOfEachBandAsks(double time, double f0, double f1, double f2, double f3, double f4,
            double f5, int frames) {
        double[] factors = {f0, f1, f2, f3, f4, f5};
        double[] seconds = new double[factors.length];
        for (int band = 0; band < seconds.length; band++) {
            seconds[band] = time * factors[band];
        }
        float[] response = response(seconds, frames);
        for (int band = 0; band < seconds.length; band++) {
            double wanted = -60 * frames / RATE / seconds[band];
            assertEquals(wanted, levelDb(response, DecayCurve.BAND_HZ[band]), -0.04 * wanted,
                DecayCurve.BAND_HZ[band] + " Hz");
        }
    }

    @Test
    void noCurveGainsAnythingAtAnyFrequency() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (int draw = 0; draw < 200; draw++) {
            double time = 0.1 * StrictMath.exp(random.nextDouble() * StrictMath.log(600));
            double[] seconds = new double[DecayCurve.BANDS];
            for (int band = 0; band < seconds.length; band++) {
                seconds[band] = time * 0.1 * StrictMath.exp(random.nextDouble() * StrictMath.log(40));
            }
            float[] response = response(seconds, 200 + random.nextInt(20_000));
            for (double hertz = 20; hertz < RATE / 2; hertz *= 1.2) {
                double level = levelDb(response, hertz);
                assertTrue(level < 1e-4, "seed " + seed + ", draw " + draw + ": " + level + " dB at " + hertz + " Hz");
            }
        }
    }

    @Test
    void equalTimesNeedNoShelves() {
        assertEquals(0, new DecayCurve(RATE).chooseShelves());
    }
}
