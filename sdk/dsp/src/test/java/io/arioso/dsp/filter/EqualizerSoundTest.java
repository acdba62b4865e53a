package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EQ-6 to EQ-8 and X8: noise floor, fast moves, loudness, zipper. */
class EqualizerSoundTest {
    private static final double RATE = 48_000;

    /** EQ-6: a filter at a ten-thousandth of the sample rate keeps the noise floor of doubles. */
    @Test
    void lowResonancesAtHighRatesAreFreeOfNoise() {
        double rate = 192_000;
        BandSettings band = BandSettings.of(FilterShape.BELL, 20, 12, 10);
        BiquadList design = new BiquadList(2);
        design.set(new BandDesigner().design(band, rate));
        double[] sine = new double[192_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = 0.25 * Math.sin(2 * Math.PI * 1000 / rate * i);
        }
        double[] exact = exact(design, sine);
        double[] x = sine.clone();
        SectionBank bank = new SectionBank(2, 1);
        for (int i = 0; i < design.size(); i++) {
            bank.settle(i, design, i);
            SectionKernels.settled(bank, i, 0, x, 0, x.length);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - exact[i]) * (x[i] - exact[i]);
        }
        double floorDb = 10 * Math.log10(Math.max(1e-40, sum / x.length));
        assertTrue(floorDb <= -150, "noise floor " + floorDb + " dBFS");
    }

    /** The same recursion with about 100 bits of precision: every product and sum carries its rounding error along. */
    private static double[] exact(BiquadList design, double[] input) {
        double[] x = input.clone();
        for (int s = 0; s < design.size(); s++) {
            double[] c = design.section(s);
            DoubleDouble p = new DoubleDouble(0, 0);
            DoubleDouble q = new DoubleDouble(0, 0);
            for (int i = 0; i < x.length; i++) {
                DoubleDouble u = new DoubleDouble(x[i], 0);
                DoubleDouble y = u.times(c[0]).plus(p);
                p = u.times(c[1]).plus(y.times(-c[3])).plus(q);
                q = u.times(c[2]).plus(y.times(-c[4]));
                x[i] = y.high();
            }
        }
        return x;
    }

    private record DoubleDouble(double high, double low) {
        DoubleDouble times(double factor) {
            double product = high * factor;
            return new DoubleDouble(product, Math.fma(high, factor, -product) + low * factor).normalised();
        }

        DoubleDouble plus(DoubleDouble other) {
            double sum = high + other.high;
            double part = sum - high;
            double error = (high - (sum - part)) + (other.high - part);
            return new DoubleDouble(sum, error + low + other.low).normalised();
        }

        private DoubleDouble normalised() {
            double sum = high + low;
            return new DoubleDouble(sum, low - (sum - high));
        }
    }

    /** EQ-7: 100 Hz to 10 kHz in 20 ms at Q 10, a new setting every 32 frames. */
    @Test
    void aFastSweepOfTheKnobStaysBelowTheStaticMaximum() {
        for (double hz : new double[] {150, 440, 1000, 2500, 7000, 9900}) {
            ParametricEqualizer equalizer =
                    EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.LOW_PASS, 100, 0, 10));
            float[][] sine = new float[1][9600];
            for (int i = 0; i < 9600; i++) {
                sine[0][i] = (float) Math.sin(2 * Math.PI * hz / RATE * i);
            }
            for (int frame = 0; frame < 9600; frame += 32) {
                double along = Math.max(0, Math.min(1, (frame - 2400) / 960.0));
                equalizer.setBand(0, BandSettings.of(FilterShape.LOW_PASS, 100 * Math.pow(100, along), 0, 10),
                        BandChannel.STEREO);
                equalizer.process(sine, frame, frame + 32);
            }
            double peak = EqualizerSignals.peak(sine[0], 0);
            assertTrue(peak <= 10 * Math.sqrt(2), hz + " Hz reaches " + peak);
        }
    }

    /** EQ-8. */
    @ParameterizedTest
    @CsvSource({"BELL, 1000, 9, 1", "HIGH_SHELF, 4000, 8, 0.7", "LOW_SHELF, 150, 10, 0.7", "HIGH_PASS, 200, 0, 0.7",
        "BELL, 3000, -12, 0.6", "BELL, 60, 12, 2", "FLAT_TILT, 1000, 1.5, 1"})
    void autoGainKeepsTheLoudnessOfPinkNoise(FilterShape shape, double hz, double gainDb, double q) {
        float[][] pink = EqualizerSignals.process(
                EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.FLAT_TILT, 1000, -3.0103, 1)),
                EqualizerSignals.noise(1, 480_000, 13));
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 1, BandSettings.of(shape, hz, gainDb, q));
        equalizer.setAutoGain(true);
        equalizer.reset();
        double change = loudness(EqualizerSignals.process(equalizer, pink)[0]) - loudness(pink[0]);
        assertEquals(0, change, 0.1, "LU");
    }

    private static double loudness(float[] x) {
        BiquadList weighting = new BiquadList(2);
        weighting.add(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        weighting.add(1, -2, 1, -1.99004745483398, 0.99007225036621);
        double sum = 0;
        for (double y : NaiveBiquads.run(weighting, EqualizerSignals.doubles(x))) {
            sum += y * y;
        }
        return 10 * Math.log10(sum / x.length);
    }

    /** X8: what a full step of a setting adds to a sine is too soft to hear away from it, also with bands behind it. */
    @ParameterizedTest
    @CsvSource({"-36, 36, 2000, 2000", "12, 12, 100, 15000", "0, 24, 1000, 1000", "36, -36, 8000, 300",
        "9, 9, 5, 80000", "-36, 36, 10000, 10000"})
    void stepsOfSettingsMakeNoZipper(double fromDb, double toDb, double fromHz, double toHz) {
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 1,
                BandSettings.of(FilterShape.BELL, fromHz, fromDb, 1),
                BandSettings.of(FilterShape.FLAT_TILT, 1000, 1.5, 1), BandSettings.of(FilterShape.BELL, 300, 6, 1));
        float[][] sine = new float[1][24_000];
        for (int i = 0; i < 24_000; i++) {
            sine[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 / RATE * i));
        }
        equalizer.process(sine, 0, 9600);
        equalizer.setBand(0, BandSettings.of(FilterShape.BELL, toHz, toDb, 1), BandChannel.STEREO);
        equalizer.process(sine, 9600, 24_000);
        ParametricEqualizer above = EqualizerSignals.settled(RATE, 1,
                new BandSettings(FilterShape.HIGH_PASS, 5000, 0, 0.7071, 96));
        float[] zipper = EqualizerSignals.process(above, sine)[0];
        double energy = 0;
        for (int i = 4800; i < zipper.length; i++) {
            energy += zipper[i] * (double) zipper[i];
        }
        double db = 10 * Math.log10(energy / (zipper.length - 4800));
        assertTrue(db <= -100, "above 4 kHz: " + db + " dBFS");
    }

    @Test
    void onTheWayBetweenTwoCurvesNothingIsMuchLouderThanOnEither() {
        long seed = 21;
        Random random = new Random(seed);
        FilterShape[] shapes = {FilterShape.BELL, FilterShape.HIGH_SHELF, FilterShape.LOW_SHELF};
        float[][] noise = EqualizerSignals.noise(1, 4800, seed);
        for (int n = 0; n < 300; n++) {
            FilterShape shape = shapes[n % 3];
            BandSettings from = BandSettings.of(shape, 2000 * Math.pow(11, random.nextDouble()),
                    48 * random.nextDouble() - 24, 0.4 + 3 * random.nextDouble());
            BandSettings to = BandSettings.of(shape, 2000 * Math.pow(11, random.nextDouble()),
                    48 * random.nextDouble() - 24, from.q());
            double loudest = Math.max(EqualizerSignals.peak(
                            EqualizerSignals.process(EqualizerSignals.settled(RATE, 1, from), noise)[0], 0),
                    EqualizerSignals.peak(
                            EqualizerSignals.process(EqualizerSignals.settled(RATE, 1, to), noise)[0], 0));
            ParametricEqualizer moving = EqualizerSignals.settled(RATE, 1, from);
            moving.setBand(0, to, BandChannel.STEREO);
            double peak = EqualizerSignals.peak(EqualizerSignals.process(moving, noise)[0], 0);
            assertTrue(peak <= 1.41 * Math.max(0.5, loudest),
                    from + " to " + to + ": " + peak + " instead of " + loudest + "; seed " + seed + ", pair " + n);
        }
    }
}
