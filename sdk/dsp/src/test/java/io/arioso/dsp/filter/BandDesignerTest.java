package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EQ-1 to EQ-3: what is heard is the analog curve. */
class BandDesignerTest {
    private static final double[] HZ = {20, 30, 50, 100, 200, 500, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 7000,
        8000, 9000, 10_000, 11_000, 12_000, 13_000, 14_000, 15_000, 16_000, 17_000, 18_000, 19_000, 20_000};
    private static final double[] GAINS = {-24, -12, -3, 3, 12, 24};
    private static final double[] QS = {0.3, 0.7, 1, 4, 12};
    private static final double[] RATES = {44_100, 48_000, 96_000, 192_000};

    private final BandDesigner designer = new BandDesigner();

    @ParameterizedTest(name = "EQ-1 {0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"BRICKWALL_LOW_PASS", "BRICKWALL_HIGH_PASS"})
    void everyShapeIsWithin3HundredthsOfADecibelOfAnalog(FilterShape shape) {
        for (double rate : RATES) {
            for (double hz : HZ) {
                for (double gain : shape.usesGain() ? GAINS : new double[] {0}) {
                    assertEveryQ(shape, hz, gain, rate);
                }
            }
        }
    }

    private void assertEveryQ(FilterShape shape, double hz, double gain, double rate) {
        for (double q : QS) {
            BandSettings band = BandSettings.of(shape, hz, gain, q);
            double error = errorDb(band, rate);
            assertTrue(error <= 0.03, band + " at " + rate + " Hz is " + error + " dB off");
        }
    }

    @ParameterizedTest(name = "EQ-2 {0} dB/oct")
    @ValueSource(ints = {6, 18, 24, 36, 48, 72, 96})
    void steepBandsAreAsExact(int slope) {
        for (FilterShape shape : FilterShape.values()) {
            for (double hz : new double[] {30, 1000, 7000, 15_000}) {
                BandSettings band = new BandSettings(shape, hz, 9, Math.sqrt(0.5), slope);
                double error = errorDb(band, 48_000);
                assertTrue(error <= 0.06, band + " is " + error + " dB off");
            }
        }
    }

    @Test
    void eq3SteepestHighPassIs140DecibelsDownTwoOctavesBelow() {
        for (double hz : new double[] {80, 1000, 8000}) {
            BandSettings band = new BandSettings(FilterShape.HIGH_PASS, hz, 0, Math.sqrt(0.5), 96);
            double level = designer.design(band, 48_000).magnitudeSquared(FitNodes.x(hz / 4, 48_000));
            assertTrue(10 * Math.log10(level) <= -140, hz + " Hz: " + 10 * Math.log10(level) + " dB");
        }
    }

    @Test
    void aBandAboveHalfTheSampleRateStillShapesWhatIsBelow() {
        BandSettings band = BandSettings.of(FilterShape.HIGH_SHELF, 40_000, 12, 0.7);
        double error = errorDb(band, 48_000);
        assertTrue(error <= 0.03, error + " dB off");
        assertTrue(designer.prototype().magnitudeSquared(20_000) > 1.2);
    }

    @Test
    void anyLegalBandAtAnyRateIsStable() {
        long seed = 20_261;
        Random random = new Random(seed);
        FilterShape[] shapes = FilterShape.values();
        double[] rates = {8000, 44_100, 48_000, 96_000, 192_000, 384_000};
        for (int n = 0; n < 3000; n++) {
            BandSettings band = new BandSettings(shapes[random.nextInt(shapes.length)],
                    5 * Math.pow(16_000, random.nextDouble()), 72 * random.nextDouble() - 36,
                    0.025 * Math.pow(1600, random.nextDouble()), 6 + 6 * random.nextInt(16));
            double rate = rates[random.nextInt(rates.length)];
            BiquadList design = designer.design(band, rate);
            for (int i = 0; i < design.size(); i++) {
                assertTrue(Math.abs(design.a2[i]) < 1 && Math.abs(design.a1[i]) < 1 + design.a2[i],
                        band + " at " + rate + " Hz is unstable; seed " + seed + ", band " + n);
            }
        }
    }

    @Test
    void howTheStepsAreSpreadDoesNotMatter() {
        BandSettings band = new BandSettings(FilterShape.LOW_PASS, 9000, 0, 0.9, 48);
        BiquadList atOnce = new BiquadList(BandDesigner.MAX_BIQUADS);
        atOnce.set(designer.design(band, 48_000));
        designer.begin(FilterShape.BELL, 5000, 10, 2, 12, 44_100);
        designer.step();
        designer.begin(FilterShape.LOW_PASS, 9000, 0, 0.9, 48, 48_000);
        int steps = 1;
        while (!designer.step()) {
            steps++;
        }
        assertTrue(steps > 3, "only " + steps + " steps");
        assertTrue(atOnce.sameAs(designer.result()));
    }

    @Test
    void lowBandsCostOneBiquad() {
        for (double hz : new double[] {30, 100, 300}) {
            assertEquals(1, designer.design(BandSettings.of(FilterShape.BELL, hz, 6, 1), 48_000).size(), hz + " Hz");
        }
    }

    private double errorDb(BandSettings band, double rate) {
        BiquadList design = designer.design(band, rate);
        double highest = FitNodes.CHECKED_SHARE * rate / 2;
        double worst = 0;
        for (int i = 0; i <= 160; i++) {
            double linear = highest * i / 160;
            double logarithmic = 10 * Math.pow(highest / 10, i / 160.0);
            double near = band.frequencyHz() * Math.pow(2, (i - 80) / (40 * band.q()));
            worst = Math.max(worst, Math.max(deviation(design, linear, rate), deviation(design, logarithmic, rate)));
            worst = near <= highest ? Math.max(worst, deviation(design, near, rate)) : worst;
        }
        return worst;
    }

    private double deviation(BiquadList design, double hz, double rate) {
        double target = designer.prototype().magnitudeSquared(hz);
        if (target < 1e-6) {
            return 0;
        }
        double deviation = Math.abs(10 * Math.log10(design.magnitudeSquared(FitNodes.x(hz, rate)) / target));
        return Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
    }
}
