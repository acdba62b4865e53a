package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseCurveTest {
    private static final double RATE = 48_000;
    private final List<BandSettings> bands = List.of(
            new BandSettings(FilterShape.HIGH_PASS, 300, 0, 0.7, 18),
            BandSettings.of(FilterShape.BELL, 2500, 9, 2),
            BandSettings.of(FilterShape.HIGH_SHELF, 9000, -7, 0.8));

    /** The oracle is the discrete Fourier transform of the impulse response that the equaliser really has. */
    @Test
    void theCurveIsWhatTheEqualizerDoes() {
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 1, bands.toArray(BandSettings[]::new));
        float[][] impulse = new float[1][16_384];
        impulse[0][0] = 1;
        float[] response = EqualizerSignals.process(equalizer, impulse)[0];
        ResponseCurve curve = ResponseCurve.of(bands, RATE);
        for (double hz = 100; hz < 23_000; hz *= 1.2) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < response.length; i++) {
                re += response[i] * Math.cos(2 * Math.PI * hz / RATE * i);
                im -= response[i] * Math.sin(2 * Math.PI * hz / RATE * i);
            }
            assertEquals(Math.hypot(re, im), curve.gain(hz), 1e-5, hz + " Hz");
            double turn = Math.IEEEremainder(curve.phase(hz) - Math.atan2(im, re), 2 * Math.PI);
            assertEquals(0, turn, 1e-4, hz + " Hz");
        }
    }

    @Test
    void manyFrequenciesAtOnceAreTheSame() {
        ResponseCurve curve = ResponseCurve.of(bands, RATE);
        double[] hz = {0, 50, 1000, 24_000};
        double[] db = new double[4];
        curve.gainsDb(hz, db);
        assertArrayEquals(
                new double[] {curve.gainDb(0), curve.gainDb(50), curve.gainDb(1000), curve.gainDb(24_000)}, db);
        assertEquals(0, ResponseCurve.of(List.of(), RATE).gainDb(440));
    }
}
