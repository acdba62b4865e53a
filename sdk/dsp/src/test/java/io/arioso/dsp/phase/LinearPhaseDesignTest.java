package io.arioso.dsp.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.FilterShape;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPhaseDesignTest {
    private static final double RATE = 48_000;

    /** EQ-5. The resolution corner is eight steps of sample rate / taps; a band's own width must not lie below it. */
    @ParameterizedTest
    @EnumSource(names = {"BELL", "LOW_SHELF", "HIGH_SHELF", "TILT_SHELF", "LOW_PASS", "HIGH_PASS", "FLAT_TILT"})
    void theMagnitudeIsTheAnalogOneAboveTheResolutionCorner(FilterShape shape) {
        for (int taps : new int[] {1024, 4096, 16_384}) {
            LinearPhaseDesign design = new LinearPhaseDesign(RATE, taps);
            double corner = 8 * RATE / taps;
            for (double q : new double[] {0.7071, 2, 6}) {
                double amplitude = Math.pow(10, 12 / 40.0);
                for (double hz = corner * Math.max(1, q) * amplitude; hz < 20_000; hz *= 3) {
                    BandSettings band = BandSettings.of(shape, hz, 12, q);
                    assertFollows(Responses.design(design, band), band, corner, taps);
                }
            }
        }
    }

    private static void assertFollows(float[] taps, BandSettings band, double corner, int length) {
        for (double hz = corner; hz < 0.95 * RATE / 2; hz *= 1.17) {
            double analog = Responses.analogDb(band, hz);
            if (analog > -60) {
                assertEquals(analog, Responses.db(taps, hz, RATE), 0.05,
                        length + " taps, " + band + " at " + hz + " Hz");
            }
        }
    }

    @Test
    void theResponseIsItsOwnMirrorImage() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (int draw = 0; draw < 20; draw++) {
            FilterShape shape = FilterShape.values()[random.nextInt(FilterShape.values().length)];
            BandSettings band = new BandSettings(shape, 20 * Math.pow(1000, random.nextDouble()),
                    48 * random.nextDouble() - 24, 0.1 + 5 * random.nextDouble(), 6 + 6 * random.nextInt(16));
            float[] taps = Responses.design(new LinearPhaseDesign(RATE, 1024), band);
            assertEquals(0, taps[0]);
            for (int i = 1; i < 512; i++) {
                assertEquals(taps[512 - i], taps[512 + i], band + ", seed " + seed);
            }
        }
    }

    /** A wall has half of the level at its frequency; eight steps from there it is flat, or far down. */
    @ParameterizedTest
    @ValueSource(ints = {1024, 4096, 16_384})
    void aBrickWallIsFlatAndThenSilent(int length) {
        double hz = 6000;
        double away = 8 * RATE / length;
        float[] low = Responses.design(new LinearPhaseDesign(RATE, length),
                BandSettings.of(FilterShape.BRICKWALL_LOW_PASS, hz, 0, 1));
        float[] high = Responses.design(new LinearPhaseDesign(RATE, length),
                BandSettings.of(FilterShape.BRICKWALL_HIGH_PASS, hz, 0, 1));
        for (double f = 50; f < hz - away; f *= 1.05) {
            assertEquals(0, Responses.db(low, f, RATE), 0.002, f + " Hz");
            assertSilent(high, f, hz - f, away);
        }
        for (double f = hz + away; f < RATE / 2; f *= 1.05) {
            assertEquals(0, Responses.db(high, f, RATE), 0.002, f + " Hz");
            assertSilent(low, f, f - hz, away);
        }
        assertEquals(20 * Math.log10(0.5), Responses.db(low, hz, RATE), 0.01);
        assertEquals(20 * Math.log10(0.5), Responses.db(high, hz, RATE), 0.01);
    }

    private static void assertSilent(float[] taps, double hz, double distance, double away) {
        double db = Responses.db(taps, hz, RATE);
        assertTrue(db < (distance < 2 * away ? -70 : -100), hz + " Hz: " + db + " dB");
    }

    @Test
    void bandsMultiply() {
        BandSettings one = BandSettings.of(FilterShape.BELL, 3000, 6, 1);
        BandSettings other = BandSettings.of(FilterShape.HIGH_SHELF, 8000, -9, 0.7);
        float[] taps = Responses.design(new LinearPhaseDesign(RATE, 4096), one, other);
        for (double hz = 100; hz < 23_000; hz *= 1.1) {
            assertEquals(Responses.analogDb(one, hz) + Responses.analogDb(other, hz), Responses.db(taps, hz, RATE),
                    0.001, hz + " Hz");
        }
    }

    @Test
    void whateverIsAskedForTheTapsAreFinite() {
        BandSettings[] bands = new BandSettings[BandSet.BANDS];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = new BandSettings(FilterShape.BELL, 1000, 72, 0.025, 96);
        }
        for (float tap : Responses.design(new LinearPhaseDesign(RATE, 1024), bands)) {
            assertTrue(Math.abs(tap) <= 1e6, tap + "");
        }
    }
}
