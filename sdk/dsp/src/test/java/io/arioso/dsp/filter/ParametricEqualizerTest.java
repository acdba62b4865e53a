package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.Allocation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametricEqualizerTest {
    private static final double RATE = 48_000;
    private static final FilterShape[] SHAPES = FilterShape.values();
    private static final BandChannel[] CHANNELS = BandChannel.values();
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

    @Test
    void afterNoiseSilenceBecomesExactZero() {
        ParametricEqualizer equalizer = EqualizerSignals.settled(RATE, 2, PRESENCE,
                BandSettings.of(FilterShape.LOW_PASS, 400, 0, 0.7));
        equalizer.setBand(2, BandSettings.of(FilterShape.BELL, 200, 3, 2), BandChannel.MID);
        float[][] audio = EqualizerSignals.noise(2, 96_000, 14);
        Arrays.fill(audio[0], 4800, 96_000, 0);
        Arrays.fill(audio[1], 4800, 96_000, 0);
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
        assertEquals(0, Allocation.bytes(() -> {
            for (int block = 0; block < 1000; block++) {
                equalizer.setBand(values.nextInt(32), SHAPES[values.nextInt(SHAPES.length)],
                        5 * StrictMath.exp(9 * values.nextDouble()), 12 * values.nextDouble(), 1,
                        6 + 6 * values.nextInt(16), CHANNELS[values.nextInt(5)]);
                equalizer.setBandOff(values.nextInt(32));
                equalizer.setAutoGain(block % 7 == 0);
                equalizer.setOutputDb(values.nextDouble());
                equalizer.process(audio, 0, 512);
            }
        }), "bytes");
    }

    @Test
    void theTailIsAsLongAsTheSlowestPoleRings() {
        assertEquals(0, new ParametricEqualizer(RATE, 2).tailFrames());
        float[][] impulse = new float[1][48_000];
        impulse[0][0] = 1;
        ParametricEqualizer equalizer =
                EqualizerSignals.settled(RATE, 1, BandSettings.of(FilterShape.HIGH_PASS, 100, 0, 2));
        long tail = equalizer.tailFrames();
        float[] ringing = EqualizerSignals.process(equalizer, impulse)[0];
        assertTrue(tail > 4000 && tail < 4500, tail + " frames");
        assertTrue(EqualizerSignals.peak(ringing, (int) tail) < 1e-7);
        assertTrue(EqualizerSignals.peak(ringing, (int) tail / 2) > 1e-6);
    }

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
