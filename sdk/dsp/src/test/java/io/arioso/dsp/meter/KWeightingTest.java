package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KWeightingTest {

    @ParameterizedTest
    @ValueSource(doubles = {20, 38, 100, 500, 997, 1_682, 5_000, 15_000, 22_000})
    void responseAt48IsThatOfThePrintedCoefficients(double frequency) {
        double printed = SlowLoudness.magnitudeDb(frequency);
        assertEquals(printed, measuredDb(48_000, frequency), 0.0005);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 38, 100, 500, 997, 1_682, 3_000})
    void responseIsTheSameAtEveryRate(double frequency) {
        double printed = SlowLoudness.magnitudeDb(frequency);
        for (int rate : new int[] {32_000, 44_100, 88_200, 96_000, 176_400, 192_000}) {
            // The bilinear transform bends frequencies; the two prewarped corners stay.
            assertEquals(printed, measuredDb(rate, frequency), 0.15, rate + " Hz");
        }
    }

    // Root mean square over a whole number of periods in the second second, when the filter has settled.
    private static double measuredDb(int rate, double frequency) {
        float[] x = new float[2 * rate];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) StrictMath.sin(2 * StrictMath.PI * frequency * i / rate);
        }
        KWeighting filter = new KWeighting(rate);
        filter.process(x, 0, rate);
        filter.clearEnergy();
        filter.process(x, rate, rate);
        return 10 * StrictMath.log10(filter.leftEnergy() / rate * 2);
    }
}
