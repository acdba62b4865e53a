package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalogPrototypeTest {
    private final AnalogPrototype prototype = new AnalogPrototype();

    @ParameterizedTest
    @CsvSource({"12, 1", "-12, 0.5", "3, 8", "-30, 0.1"})
    void twelveDecibelsAnOctaveIsTheCookbook(double gainDb, double q) {
        double a = Math.pow(10, gainDb / 40);
        for (double s = 0.01; s < 100; s *= 1.3) {
            assertCookbook(FilterShape.BELL, gainDb, q, s, 1, a / q, 1, 1, 1 / (a * q), 1);
            double r = Math.sqrt(a);
            assertCookbook(FilterShape.LOW_SHELF, gainDb, q, s, a * a, a * r / q, a, 1, r / q, a);
            assertCookbook(FilterShape.HIGH_SHELF, gainDb, q, s, a, a * r / q, a * a, a, r / q, 1);
            assertCookbook(FilterShape.LOW_PASS, gainDb, q, s, 1, 0, 0, 1, 1 / q, 1);
            assertCookbook(FilterShape.HIGH_PASS, gainDb, q, s, 0, 0, 1, 1, 1 / q, 1);
            assertCookbook(FilterShape.BAND_PASS, gainDb, q, s, 0, 1 / q, 0, 1, 1 / q, 1);
            assertCookbook(FilterShape.NOTCH, gainDb, q, s, 1, 0, 1, 1, 1 / q, 1);
            assertCookbook(FilterShape.ALL_PASS, gainDb, q, s, 1, -1 / q, 1, 1, 1 / q, 1);
        }
    }

    private void assertCookbook(FilterShape shape, double gainDb, double q, double s,
                                double b0, double b1, double b2, double a0, double a1, double a2) {
        prototype.set(shape, 1000, gainDb, q, 12);
        double numerator = Math.hypot(b0 - b2 * s * s, b1 * s);
        double denominator = Math.hypot(a0 - a2 * s * s, a1 * s);
        double expected = numerator / denominator;
        assertEquals(expected, Math.sqrt(prototype.magnitudeSquared(1000 * s)), 1e-9 * Math.max(1, expected),
                shape + " " + gainDb + " dB Q " + q + " at " + s);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 72, 84, 90, 96})
    void everySlopeKeepsGainCornerAndPlateau(int slope) {
        assertDb(18, FilterShape.BELL, 18, 2, slope, 1000);
        assertDb(9, FilterShape.BELL, 18, 2, slope, 1000 * (Math.sqrt(1 + 1 / 16.0) + 0.25));
        assertDb(0, FilterShape.BELL, 18, 2, slope, 1e-3);
        assertDb(-18, FilterShape.LOW_SHELF, -18, Math.sqrt(0.5), slope, 1e-3);
        assertDb(-9, FilterShape.LOW_SHELF, -18, Math.sqrt(0.5), slope, 1000);
        assertDb(0, FilterShape.LOW_SHELF, -18, Math.sqrt(0.5), slope, 1e9);
        assertDb(18, FilterShape.HIGH_SHELF, 18, Math.sqrt(0.5), slope, 1e9);
        assertDb(9, FilterShape.HIGH_SHELF, 18, Math.sqrt(0.5), slope, 1000);
        assertDb(-9, FilterShape.TILT_SHELF, 18, Math.sqrt(0.5), slope, 1e-3);
        assertDb(9, FilterShape.TILT_SHELF, 18, Math.sqrt(0.5), slope, 1e9);
        double corner = 10 * Math.log10(0.5);
        assertDb(corner, FilterShape.LOW_PASS, 0, Math.sqrt(0.5), slope, 1000);
        assertDb(corner, FilterShape.HIGH_PASS, 0, Math.sqrt(0.5), slope, 1000);
        assertDb(0, FilterShape.BAND_PASS, 0, 2, slope, 1000);
        assertDb(corner, FilterShape.NOTCH, 0, 2, slope, 1000 * (Math.sqrt(1 + 1 / 16.0) - 0.25));
        assertDb(0, FilterShape.ALL_PASS, 0, 1, slope, 777);
    }

    private void assertDb(double expectedDb, FilterShape shape, double gainDb, double q, int slope, double hz) {
        prototype.set(shape, 1000, gainDb, q, slope);
        assertEquals(expectedDb, 10 * Math.log10(prototype.magnitudeSquared(hz)), 1e-4,
                shape + " of " + slope + " dB/oct at " + hz + " Hz");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 18, 48, 96})
    void cutsFallByTheirSlope(int slope) {
        prototype.set(FilterShape.LOW_PASS, 100, 0, Math.sqrt(0.5), slope);
        double octaveDb = 10 * Math.log10(prototype.magnitudeSquared(6400) / prototype.magnitudeSquared(12_800));
        assertEquals(slope * 20 * Math.log10(2) / 6, octaveDb, 0.01 * slope);
    }

    @Test
    void steeperBellsHaveNarrowerSkirts() {
        double wider = Double.POSITIVE_INFINITY;
        for (int slope : new int[] {12, 18, 24, 30, 36, 42, 48, 60, 72, 84, 96}) {
            prototype.set(FilterShape.BELL, 1000, 12, 1, slope);
            double skirt = prototype.magnitudeSquared(4000);
            assertTrue(skirt < wider, "at " + slope + " dB/oct the skirt is not lower");
            wider = skirt;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, -3.0103, -0.3, 0.3, 1.5, 4.5, 6})
    void flatTiltIsAStraightLineFrom20HzTo20Khz(double dbPerOctave) {
        prototype.set(FilterShape.FLAT_TILT, 1000, dbPerOctave, 1, 12);
        for (double hz = 20; hz < 20_000; hz *= 1.1) {
            double line = dbPerOctave * Math.log(hz / 1000) / Math.log(2);
            assertEquals(line, 10 * Math.log10(prototype.magnitudeSquared(hz)), 0.06, hz + " Hz");
        }
    }

    @ParameterizedTest
    @EnumSource(FilterShape.class)
    void zeroDecibelsOfAGainShapeAreNoSectionsAtAll(FilterShape shape) {
        prototype.set(shape, 1000, 0, 1, 24);
        assertEquals(shape.isNeutralAtZeroGain(), prototype.sections() == 0);
    }

    @Test
    void errorsNameThingValueAndBound() {
        assertEquals("band slope: 13 dB/oct is not one of 6, 12, 18 ... 96",
                assertThrows(IllegalArgumentException.class, () -> prototype.set(FilterShape.BELL, 1, 0, 1, 13))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> prototype.set(FilterShape.BELL, 0, 0, 1, 12));
        assertThrows(IllegalArgumentException.class, () -> prototype.set(FilterShape.BELL, 1, Double.NaN, 1, 12));
        assertThrows(IllegalArgumentException.class, () -> prototype.set(FilterShape.BELL, 1, 0, 0, 12));
    }

    /** The oracle is the standard's own digital filter at 48 kHz, whose bilinear transform bends it a little. */
    @Test
    void kWeightingIsThatOfTheStandard() {
        prototype.set(FilterShape.K_WEIGHTING, 5, -3, 9, 96);
        BiquadList standard = new BiquadList(2);
        standard.add(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        standard.add(1, -2, 1, -1.99004745483398, 0.99007225036621);
        for (double hz = 10; hz < 20_000; hz *= 1.1) {
            double expected = 10 * Math.log10(standard.magnitudeSquared(FitNodes.x(hz, 48_000)));
            assertEquals(expected, 10 * Math.log10(prototype.magnitudeSquared(hz)), 0.05, hz + " Hz");
        }
    }

    @Test
    void powersAreMultipliedAlongAGrid() {
        prototype.set(FilterShape.LOW_SHELF, 500, 12, 2, 24);
        double[] power = new double[300];
        java.util.Arrays.fill(power, 2);
        for (int section = 0; section < prototype.sections(); section++) {
            prototype.multiplyPower(section, 10, power, 1, 300);
        }
        assertEquals(2, power[0]);
        for (int k = 1; k < 300; k++) {
            assertEquals(2 * prototype.magnitudeSquared(10 * k), power[k], 1e-9 * power[k]);
        }
    }
}
