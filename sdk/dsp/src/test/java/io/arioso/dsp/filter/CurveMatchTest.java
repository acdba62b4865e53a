package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EQ-9. */
class CurveMatchTest {
    private static final double RATE = 48_000;
    private static final double[] HZ = sixths();

    private static double[] sixths() {
        double[] hz = new double[60];
        for (int i = 0; i < hz.length; i++) {
            hz[i] = 20 * StrictMath.pow(2, i / 6.0);
        }
        return hz;
    }

    private static double[] response(List<BandSettings> bands) {
        double[] db = new double[HZ.length];
        ResponseCurve.of(bands, RATE).gainsDb(HZ, db);
        return db;
    }

    private static double rms(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    @Test
    void aKnownCurveOfSixBandsIsFoundAgain() {
        List<BandSettings> known = List.of(BandSettings.of(FilterShape.LOW_SHELF, 90, 4, 0.7071),
                BandSettings.of(FilterShape.BELL, 250, -5, 1.2), BandSettings.of(FilterShape.BELL, 800, 3, 2),
                BandSettings.of(FilterShape.BELL, 2500, -4, 0.8), BandSettings.of(FilterShape.BELL, 5200, 6, 3),
                BandSettings.of(FilterShape.HIGH_SHELF, 11_000, 5, 0.7071));
        double[] target = response(known);
        CurveMatch.Result found = CurveMatch.fit(HZ, target, 8, false);
        assertTrue(rms(response(found.bands()), target) <= 0.1, "rms " + found.rmsDb() + " dB");
        CurveMatch.Result six = CurveMatch.fit(HZ, target, 6, false);
        assertTrue(rms(response(six.bands()), target) <= 0.5, "with six bands rms " + six.rmsDb() + " dB");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomCurvesOfSixBandsAreFoundWithinHalfADecibel(long seed) {
        Random random = new Random(seed);
        List<BandSettings> known = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            FilterShape shape = i == 0 ? FilterShape.LOW_SHELF : i == 5 ? FilterShape.HIGH_SHELF : FilterShape.BELL;
            double hz = 60 * StrictMath.pow(180, (i + 0.6 * random.nextDouble()) / 5.6);
            double q = shape == FilterShape.BELL ? 0.5 + 3 * random.nextDouble() : 0.7071;
            known.add(BandSettings.of(shape, hz, 16 * random.nextDouble() - 8, q));
        }
        double[] target = response(known);
        CurveMatch.Result found = CurveMatch.fit(HZ, target, 8, false);
        double left = rms(response(found.bands()), target);
        assertTrue(left <= 0.5, "seed " + seed + ": rms " + left + " dB of " + known + ", found " + found.bands());
        assertEquals(left, found.rmsDb(), 0.05, "the reported error is that of the digital curve");
    }

    @Test
    void aFreeLevelLeavesTheFormAlone() {
        double[] target = response(List.of(BandSettings.of(FilterShape.BELL, 1000, 6, 1)));
        for (int i = 0; i < target.length; i++) {
            target[i] -= 17;
        }
        CurveMatch.Result found = CurveMatch.fit(HZ, target, 3, true);
        assertEquals(-17, found.levelDb(), 0.1);
        assertEquals(0, found.rmsDb(), 0.1);
        assertEquals(1000, found.bands().get(0).frequencyHz(), 20);
        assertEquals(6, found.bands().get(0).gainDb(), 0.1);
    }

    @Test
    void aFlatTargetNeedsNoBand() {
        assertEquals(List.of(), CurveMatch.fit(HZ, new double[HZ.length], 8, false).bands());
        double[] raised = new double[HZ.length];
        java.util.Arrays.fill(raised, 9);
        assertEquals(List.of(), CurveMatch.fit(HZ, raised, 8, true).bands());
    }

    @Test
    void wildTargetsStayWithinTheBoundsAndGiveTheSameBandsAgain() {
        Random random = new Random(4);
        double[] target = new double[HZ.length];
        for (int i = 0; i < target.length; i++) {
            target[i] = 60 * random.nextDouble() - 30;
        }
        CurveMatch.Result found = CurveMatch.fit(HZ, target, 16, true);
        for (BandSettings band : found.bands()) {
            assertTrue(Math.abs(band.gainDb()) <= 18 && band.q() >= 0.2999 && band.q() <= 4.001
                    && band.frequencyHz() >= 19.999 && band.frequencyHz() <= 20_001, band.toString());
        }
        assertEquals(found, CurveMatch.fit(HZ, target, 16, true));
    }

    @Test
    void whatCannotBeMatchedIsRefusedByName() {
        assertThrows(IllegalArgumentException.class, () -> CurveMatch.fit(HZ, new double[3], 8, false));
        assertThrows(IllegalArgumentException.class, () -> CurveMatch.fit(HZ, new double[HZ.length], 17, false));
        double[] infinite = new double[HZ.length];
        infinite[5] = Double.NEGATIVE_INFINITY;
        String told = assertThrows(IllegalArgumentException.class, () -> CurveMatch.fit(HZ, infinite, 8, false))
                .getMessage();
        assertTrue(told.contains("-Infinity dB"), told);
    }
}
