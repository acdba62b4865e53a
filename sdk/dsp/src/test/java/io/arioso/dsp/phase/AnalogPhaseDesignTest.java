package io.arioso.dsp.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandDesigner;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.BiquadList;
import io.arioso.dsp.filter.FilterShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalogPhaseDesignTest {
    /** EQ-4 promises 2°. */
    private static final double DEGREES = 1;
    private static final double CORRECTED_SHARE = 0.8;

    /** EQ-4, where the band is above -60 dB. */
    @ParameterizedTest
    @EnumSource(FilterShape.class)
    void withTheBiquadsItMakesTheAnalogPhase(FilterShape shape) {
        for (double rate : new double[] {44_100, 192_000}) {
            AnalogPhaseDesign design = new AnalogPhaseDesign(rate);
            for (double hz : new double[] {25, 440, 2000, 10_000, 19_000, 30_000}) {
                for (double q : new double[] {0.3, 0.7071, 4}) {
                    for (int slope : new int[] {6, 12, 36, 96}) {
                        BandSettings band = new BandSettings(shape, hz, slope == 36 ? -12 : 9, q, slope);
                        assertAnalog(Responses.design(design, band), rate, band);
                    }
                }
            }
        }
    }

    @Test
    void itCorrectsManyBandsAtOnce() {
        BandSettings[] bands = {new BandSettings(FilterShape.HIGH_PASS, 30, 0, 0.7071, 24),
            BandSettings.of(FilterShape.BELL, 9000, 9, 1), BandSettings.of(FilterShape.BELL, 14_000, -12, 3),
            BandSettings.of(FilterShape.HIGH_SHELF, 12_000, 6, 0.7), BandSettings.of(FilterShape.NOTCH, 6000, 0, 8),
            new BandSettings(FilterShape.LOW_PASS, 18_000, 0, 0.7071, 48)};
        assertAnalog(Responses.design(new AnalogPhaseDesign(48_000), bands), 48_000, bands);
    }

    private static void assertAnalog(float[] taps, double rate, BandSettings... bands) {
        for (double f = 20; f < CORRECTED_SHARE * rate / 2; f *= 1.47) {
            double analog = 0;
            double[] z = Responses.at(taps, f, rate);
            double ours = Math.atan2(z[1], z[0]);
            double power = 1;
            for (BandSettings band : bands) {
                AnalogPrototype prototype = new AnalogPrototype();
                prototype.set(band);
                power *= prototype.magnitudeSquared(f);
                analog += prototype.phase(f);
                BiquadList digital = new BandDesigner().design(band, rate);
                ours += digital.phase(2 * Math.PI * f / rate);
            }
            if (power > 1e-6) {
                double error = Math.IEEEremainder(ours - analog, 2 * Math.PI);
                assertEquals(0, Math.toDegrees(error), DEGREES, bands[0] + " at " + f + " of " + rate + " Hz");
            }
        }
    }

    /** It must leave the magnitude to the biquads, up to half the sample rate. */
    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 192_000})
    void itTurnsThePhaseAlone(double rate) {
        for (double hz : new double[] {100, 5000, 15_000, 40_000}) {
            BandSettings band = new BandSettings(FilterShape.LOW_PASS, hz, 0, 0.7071, 48);
            float[] taps = Responses.design(new AnalogPhaseDesign(rate), band);
            for (double f = 10; f < rate / 2; f *= 1.07) {
                assertEquals(0, Responses.db(taps, f, rate), 0.001, band + " at " + f + " Hz");
            }
        }
    }
}
