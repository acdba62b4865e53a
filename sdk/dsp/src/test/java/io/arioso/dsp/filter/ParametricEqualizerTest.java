package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametricEqualizerTest {
    private static final double RATE = 48_000;
    private static final BandSettings PRESENCE = BandSettings.of(FilterShape.BELL, 3000, 6, 1);

    @Test
    void noBandAndNeutralBandsPassEveryBit() {
        float[][] noise = EqualizerSignals.noise(2, 5000, 1);
        noise[0][7] = Float.MIN_VALUE;
        noise[1][8] = -0f;
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        equalizer.setBand(3, BandSettings.of(FilterShape.BELL, 1000, 0, 1), BandChannel.SIDE);
        equalizer.setBand(4, new BandSettings(FilterShape.HIGH_SHELF, 9000, 0, 1, 48), BandChannel.STEREO);
        equalizer.setAutoGain(true);
        assertSameBits(noise, EqualizerSignals.process(equalizer, noise));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void settledBandsAreTheNaiveCascadeOnEveryChannel(int channels) {
        BandSettings[] bands = {new BandSettings(FilterShape.HIGH_PASS, 80, 0, 0.7, 18), PRESENCE,
            BandSettings.of(FilterShape.LOW_SHELF, 200, -4, 0.7), BandSettings.of(FilterShape.BELL, 14_000, 9, 2)};
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, channels, bands);
        float[][] noise = EqualizerSignals.noise(channels, 3000, 2);
        float[][] out = EqualizerSignals.process(equalizer, noise);
        for (int c = 0; c < channels; c++) {
            double[] expected = EqualizerSignals.doubles(noise[c]);
            for (BandSettings band : bands) {
                expected = NaiveBiquads.run(new BandDesigner().design(band, RATE), expected);
            }
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], out[c][i], 2e-7, "channel " + c + ", frame " + i);
            }
        }
    }

    @Test
    void leftAndRightBandsLeaveTheOtherChannelAlone() {
        float[][] noise = EqualizerSignals.noise(2, 3000, 3);
        for (BandChannel channel : new BandChannel[] {BandChannel.LEFT, BandChannel.RIGHT}) {
            ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
            equalizer.setBand(0, PRESENCE, channel);
            equalizer.reset();
            float[][] out = EqualizerSignals.process(equalizer, noise);
            int other = channel == BandChannel.LEFT ? 1 : 0;
            float[][] both = EqualizerSignals.process(EqualizerSignals.settled(RATE, 2, PRESENCE), noise);
            assertArrayEquals(noise[other], out[other]);
            for (int i = 0; i < 3000; i++) {
                assertEquals(both[1 - other][i], out[1 - other][i], 1e-7);
            }
        }
    }

    @Test
    void midAndSideBandsActOnSumAndDifference() {
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        equalizer.setBand(0, PRESENCE, BandChannel.MID);
        equalizer.setBand(1, BandSettings.of(FilterShape.HIGH_PASS, 120, 0, 0.7), BandChannel.SIDE);
        equalizer.reset();
        float[][] noise = EqualizerSignals.noise(2, 3000, 4);
        double[] mid = new double[3000];
        double[] side = new double[3000];
        for (int i = 0; i < 3000; i++) {
            mid[i] = (noise[0][i] + (double) noise[1][i]) / 2;
            side[i] = (noise[0][i] - (double) noise[1][i]) / 2;
        }
        BandDesigner designer = new BandDesigner();
        mid = NaiveBiquads.run(designer.design(PRESENCE, RATE), mid);
        side = NaiveBiquads.run(designer.design(BandSettings.of(FilterShape.HIGH_PASS, 120, 0, 0.7), RATE), side);
        float[][] out = EqualizerSignals.process(equalizer, noise);
        for (int i = 0; i < 3000; i++) {
            assertEquals(mid[i] + side[i], out[0][i], 2e-7);
            assertEquals(mid[i] - side[i], out[1][i], 2e-7);
        }
    }

    @Test
    void anEqualStereoSignalStaysEqual() {
        float[][] noise = EqualizerSignals.noise(2, 6000, 5);
        noise[1] = noise[0].clone();
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 2, PRESENCE);
        equalizer.setBand(1, BandSettings.of(FilterShape.BELL, 9000, -6, 1), BandChannel.STEREO);
        float[][] out = EqualizerSignals.process(equalizer, noise);
        assertArrayEquals(out[0], out[1]);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9})
    void anySplitOfTheSameInputAndChangesGivesTheSameBits(long seed) {
        float[][] noise = EqualizerSignals.noise(2, 40_000, seed);
        int[] changes = {0, 100, 101, 3000, 3007, 9984, 15_000, 15_200, 15_333, 22_222, 30_000};
        float[][] whole = EqualizerSignals.copy(noise);
        render(whole, changes, seed, Integer.MAX_VALUE, null);
        for (int block : new int[] {1, 7, 64, 480, 512, 1000, 4096}) {
            float[][] split = EqualizerSignals.copy(noise);
            render(split, changes, seed, block, null);
            assertSameBits(whole, split);
        }
        float[][] random = EqualizerSignals.copy(noise);
        render(random, changes, seed, 700, new Random(seed));
        assertSameBits(whole, random);
    }

    private static void render(float[][] audio, int[] changes, long seed, int block, Random sizes) {
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        equalizer.reset();
        Random values = new Random(seed);
        int frame = 0;
        for (int change = 0; change < changes.length; change++) {
            changeSomething(equalizer, values);
            int end = change + 1 < changes.length ? changes[change + 1] : audio[0].length;
            while (frame < end) {
                int size = sizes == null ? block : 1 + sizes.nextInt(block);
                int to = (int) Math.min(end, frame + (long) size);
                equalizer.process(audio, frame, to);
                frame = to;
            }
        }
    }

    private static void changeSomething(ParametricEqualizer equalizer, Random values) {
        for (int i = 0; i < 4; i++) {
            int band = values.nextInt(ParametricEqualizer.BANDS);
            if (values.nextInt(5) == 0) {
                equalizer.setBandOff(band);
            }
            equalizer.setBand(band, FilterShape.values()[values.nextInt(11)], 20 * Math.pow(1000, values.nextDouble()),
                    24 * values.nextDouble() - 12, 0.3 + values.nextDouble(), 6 + 6 * values.nextInt(8),
                    BandChannel.values()[values.nextInt(5)]);
        }
        equalizer.setAutoGain(values.nextBoolean());
        equalizer.setGainScale(values.nextDouble());
        equalizer.setOutputDb(-3 * values.nextDouble());
    }

    @Test
    void afterResetItIsAsNew() {
        float[][] noise = EqualizerSignals.noise(2, 3000, 10);
        ParametricEqualizer used = EqualizerSignals.settled(RATE, 2, BandSettings.of(FilterShape.NOTCH, 500, 0, 1));
        used.process(EqualizerSignals.copy(noise), 0, 1000);
        used.setBandOff(0);
        used.setBand(2, PRESENCE, BandChannel.SIDE);
        used.process(EqualizerSignals.copy(noise), 0, 100);
        used.reset();
        ParametricEqualizer fresh = new ParametricEqualizer(RATE, 2);
        fresh.setBand(2, PRESENCE, BandChannel.SIDE);
        fresh.reset();
        assertSameBits(EqualizerSignals.process(fresh, noise), EqualizerSignals.process(used, noise));
    }

    @Test
    void aChangedBandArrivesAtWhatANewEqualizerSoundsLike() {
        ParametricEqualizer moved = EqualizerSignals.settled(RATE, 2, BandSettings.of(FilterShape.BELL, 100, -12, 4));
        float[][] noise = EqualizerSignals.noise(2, 20_000, 11);
        moved.setBand(0, PRESENCE, BandChannel.MID);
        float[][] out = EqualizerSignals.process(moved, noise);
        ParametricEqualizer fresh = new ParametricEqualizer(RATE, 2);
        fresh.setBand(0, PRESENCE, BandChannel.MID);
        fresh.reset();
        float[][] expected = EqualizerSignals.process(fresh, noise);
        for (int i = 6000; i < 20_000; i++) {
            assertEquals(expected[0][i], out[0][i], 1e-6, "frame " + i);
        }
    }

    @Test
    void gainScaleScalesDecibelsAndOutputGainComesLast() {
        ParametricEqualizer scaled = EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.BELL, 1000, 8, 1));
        scaled.setGainScale(-0.5);
        scaled.setOutputDb(-6);
        scaled.reset();
        float[][] noise = EqualizerSignals.noise(1, 2000, 12);
        float[][] expected = EqualizerSignals.process(
                EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.BELL, 1000, -4, 1)), noise);
        float[][] out = EqualizerSignals.process(scaled, noise);
        for (int i = 0; i < 2000; i++) {
            assertEquals(expected[0][i] * Math.pow(10, -0.3), out[0][i], 1e-7);
        }
    }

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

    /** X8: what a full step of a setting adds to a sine is too soft to hear away from it. */
    @ParameterizedTest
    @CsvSource({"-36, 36, 2000, 2000", "12, 12, 100, 15000", "0, 24, 1000, 1000", "36, -36, 8000, 300"})
    void stepsOfSettingsMakeNoZipper(double fromDb, double toDb, double fromHz, double toHz) {
        ParametricEqualizer equalizer =
                EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.BELL, fromHz, fromDb, 1));
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
        assertTrue(db <= -90, "above 4 kHz: " + db + " dBFS");
    }

    @Test
    void afterNoiseSilenceBecomesExactZero() {
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 2, PRESENCE,
                BandSettings.of(FilterShape.LOW_PASS, 400, 0, 0.7));
        equalizer.setBand(2, BandSettings.of(FilterShape.BELL, 200, 3, 2), BandChannel.MID);
        float[][] audio = EqualizerSignals.noise(2, 96_000, 14);
        java.util.Arrays.fill(audio[0], 4800, 96_000, 0);
        java.util.Arrays.fill(audio[1], 4800, 96_000, 0);
        equalizer.process(audio, 0, 96_000);
        assertTrue(EqualizerSignals.peak(audio[0], 4800) > 0);
        assertEquals(0, EqualizerSignals.peak(audio[0], 90_000));
        assertEquals(0, EqualizerSignals.peak(audio[1], 90_000));
    }

    @Test
    void whatIsNotANumberIsForgottenWithinABlock() {
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 2, PRESENCE,
                BandSettings.of(FilterShape.HIGH_PASS, 100, 0, 0.7));
        float[][] audio = EqualizerSignals.noise(2, 20_000, 15);
        audio[0][300] = Float.NaN;
        audio[1][301] = Float.POSITIVE_INFINITY;
        audio[1][302] = 1e30f;
        equalizer.process(audio, 0, 20_000);
        for (int i = 512; i < 20_000; i++) {
            assertTrue(Math.abs(audio[0][i]) < 3 && Math.abs(audio[1][i]) < 3, "frame " + i + ": " + audio[0][i]);
        }
    }

    @Test
    void changingEverythingAllTheTimeAllocatesNothing() {
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        equalizer.reset();
        float[][] audio = EqualizerSignals.noise(2, 512, 16);
        Random values = new Random(17);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = 0;
        for (int block = 0; block < 3000; block++) {
            if (block == 1500) {
                before = threads.getThreadAllocatedBytes(id);
            }
            equalizer.setBand(values.nextInt(32), SHAPES[values.nextInt(SHAPES.length)],
                    5 * StrictMath.exp(9 * values.nextDouble()), 12 * values.nextDouble(), 1, 6 + 6 * values.nextInt(16),
                    CHANNELS[values.nextInt(5)]);
            equalizer.setBandOff(values.nextInt(32));
            equalizer.setAutoGain(block % 7 == 0);
            equalizer.setOutputDb(values.nextDouble());
            equalizer.process(audio, 0, 512);
        }
        assertEquals(0, threads.getThreadAllocatedBytes(id) - before, "bytes");
    }

    private static final FilterShape[] SHAPES = FilterShape.values();
    private static final BandChannel[] CHANNELS = BandChannel.values();

    @Test
    void errorsNameThingValueAndBound() {
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        assertEquals("gain scale: 3.0 is outside -1..2",
                assertThrows(IllegalArgumentException.class, () -> equalizer.setGainScale(3)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> equalizer.setOutputDb(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ParametricEqualizer(0, 2));
    }

    private static void assertSameBits(float[][] expected, float[][] actual) {
        for (int c = 0; c < expected.length; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                assertEquals(Float.floatToRawIntBits(expected[c][i]), Float.floatToRawIntBits(actual[c][i]),
                        "channel " + c + ", frame " + i);
            }
        }
    }
}
