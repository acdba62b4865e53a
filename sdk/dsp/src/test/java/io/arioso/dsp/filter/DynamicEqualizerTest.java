package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicEqualizerTest {
    private static final int RATE = 48_000;
    private static final int NO_KEY = 0;
    private static final float[][] SILENT_KEY = {};

    private static DynamicEqualizer stereo() {
        return new DynamicEqualizer(RATE, 2, NO_KEY, 4096, 0);
    }

    /** One band at its defaults of a test: 1 kHz, hard knee, 5 ms, no hold, 50 ms, no average. */
    private static DynamicBand band(DynamicEqualizer equalizer, FilterShape shape, double hz, double rangeDb,
                                    double thresholdDb) {
        DynamicBand band = equalizer.band(0);
        band.set(shape, hz, rangeDb, 1, 12, BandChannel.STEREO);
        band.setThreshold(thresholdDb, 0, true);
        band.setTimes(5, 0, 50);
        band.setAveraging(10, 0);
        return band;
    }

    private static float[][] sine(double hz, double peakDb, int frames, int channels) {
        float[][] audio = new float[channels][frames];
        for (float[] channel : audio) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (float) (Math.pow(10, peakDb / 20) * Math.sin(2 * Math.PI * hz * i / RATE));
            }
        }
        return audio;
    }

    private static float[][] run(DynamicEqualizer equalizer, float[][] audio) {
        float[][] copy = EqualizerSignals.copy(audio);
        int at = 0;
        while (at < copy[0].length) {
            int frames = Math.min(4096, copy[0].length - at);
            equalizer.process(copy, SILENT_KEY, at, at + frames);
            at += frames;
        }
        return copy;
    }

    /** The gain of the last quarter of a second, by its energy. */
    private static double settledGainDb(float[][] in, float[][] out, int channel) {
        double before = 0;
        double after = 0;
        for (int i = in[0].length - RATE / 4; i < in[0].length; i++) {
            before += in[channel][i] * (double) in[channel][i];
            after += out[channel][i] * (double) out[channel][i];
        }
        return 10 * Math.log10(after / before);
    }

    @ParameterizedTest
    @CsvSource({"BELL, 1000, 1000, -12, -40, -60, 0", "BELL, 1000, 1000, -12, -40, -35, -5",
        "BELL, 1000, 1000, -12, -40, -30, -10", "BELL, 1000, 1000, -12, -40, -20, -12",
                "BELL, 1000, 1000, 9, -40, -34, 6",
        "BELL, 1000, 1000, 9, -40, -10, 9", "BELL, 7001, 7001, -6, -50, -46.5, -3.5",
        "BELL, 12000, 12000, 6, -30, -26, 4", "BELL, 120, 120, -12, -30, -23, -7",
        "LOW_SHELF, 2000, 100, -12, -40, -33, -7", "HIGH_SHELF, 1000, 15000, 8, -40, -35, 5",
        "HIGH_SHELF, 1000, 15000, -8, -40, -20, -8", "FLAT_GAIN, 1000, 440, -10, -30, -26.5, -3.5"})
    void theGainFollowsTheLevelBeyondTheThresholdWithinTheRange(FilterShape shape, double bandHz, double hz,
            double rangeDb, double thresholdDb, double peakDb, double expectedDb) {
        DynamicEqualizer equalizer = stereo();
        DynamicBand band = band(equalizer, shape, bandHz, rangeDb, thresholdDb);
        equalizer.reset();
        float[][] in = sine(hz, peakDb, RATE, 2);
        float[][] out = run(equalizer, in);
        assertEquals(expectedDb, settledGainDb(in, out, 0), 0.1);
        assertEquals(expectedDb, band.gainDb(), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"-60, -6", "-45, -5", "-41, -1", "-40, 0", "-20, 0"})
    void aBandBelowItsThresholdActsOnQuietSounds(double peakDb, double expectedDb) {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -6, -40).setThreshold(-40, 0, false);
        equalizer.reset();
        float[][] in = sine(1000, peakDb, RATE, 2);
        assertEquals(expectedDb, settledGainDb(in, run(equalizer, in), 1), 0.1);
    }

    /** Giannoulis, Massberg and Reiss: within the knee the gain is -(x - T + W/2)^2 / (2 W). */
    @ParameterizedTest
    @ValueSource(doubles = {-52, -48, -44, -40, -36, -32, -28})
    void theKneeIsAParabola(double peakDb) {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -30, -40).setThreshold(-40, 20, true);
        equalizer.reset();
        float[][] in = sine(1000, peakDb, RATE, 2);
        double over = peakDb + 40;
        double into = Math.max(0, over + 10);
        double expected = over >= 10 ? -over : -into * into / 40;
        assertEquals(expected, settledGainDb(in, run(equalizer, in), 0), 0.1);
    }

    /** Source of the step: everything is heard, so that the side filter does not add its own time. */
    @ParameterizedTest
    @CsvSource({"44100, 10, 100", "48000, 1, 20", "48000, 30, 300", "96000, 10, 100", "192000, 5, 50"})
    void attackAndReleaseTakeTheirTimes(int rate, double attackMs, double releaseMs) {
        DynamicEqualizer equalizer = new DynamicEqualizer(rate, 1, NO_KEY, 4096, 0);
        DynamicBand band = equalizer.band(0);
        band.set(FilterShape.FLAT_GAIN, 1000, -20, 1, 12, BandChannel.STEREO);
        band.setThreshold(-30, 0, true);
        band.setTimes(attackMs, 0, releaseMs);
        band.setAveraging(10, 0);
        equalizer.reset();
        int quarter = (int) (2.5 * rate);
        float[][] burst = new float[1][3 * quarter];
        for (int i = 0; i < burst[0].length; i++) {
            double peak = i >= quarter && i < 2 * quarter ? 0.5 : 0.0005;
            burst[0][i] = (float) (peak * Math.sin(2 * Math.PI * 6000 * i / rate));
        }
        double up = -1;
        double down = -1;
        for (int i = 0; i < burst[0].length; i++) {
            equalizer.process(burst, SILENT_KEY, i, i + 1);
            double share = band.gainDb() / -20;
            if (up < 0 && share >= 1 - Math.exp(-1)) {
                up = i - quarter + 1;
            }
            if (i > 2 * quarter && down < 0 && share <= Math.exp(-1)) {
                down = i - 2 * quarter + 1;
            }
        }
        double slack = 6.0 / 6000 * rate / 10;
        assertEquals(attackMs * rate / 1000, up, 0.02 * attackMs * rate / 1000 + slack, "attack, frames");
        assertEquals(releaseMs * rate / 1000, down, 0.02 * releaseMs * rate / 1000 + slack, "release, frames");
    }

    @Test
    void aHeldGainStaysForItsTime() {
        DynamicEqualizer equalizer = new DynamicEqualizer(RATE, 1, NO_KEY, RATE, 0);
        DynamicBand band = band(equalizer, FilterShape.FLAT_GAIN, 1000, -12, -40);
        band.setTimes(1, 200, 10);
        equalizer.reset();
        float[][] audio = sine(6000, -20, RATE, 1);
        java.util.Arrays.fill(audio[0], RATE / 2, RATE, 0);
        equalizer.process(audio, SILENT_KEY, 0, RATE / 2 + 9500);
        assertEquals(-12, band.gainDb(), 0.01, "just before the hold is over");
        equalizer.process(audio, SILENT_KEY, RATE / 2 + 9500, RATE / 2 + 12_500);
        assertTrue(band.gainDb() > -0.5, "50 ms later " + band.gainDb());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -30, -60})
    void aRelativeBandDoesTheSameAtAnyVolume(double volumeDb) {
        float[][] in = EqualizerSignals.noise(2, RATE, 3);
        float[][] soft = EqualizerSignals.copy(in);
        float gain = (float) Math.pow(10, volumeDb / 20);
        for (float[] channel : soft) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] *= gain;
            }
        }
        float[][][] out = new float[2][][];
        for (int i = 0; i < 2; i++) {
            DynamicEqualizer equalizer = stereo();
            band(equalizer, FilterShape.BELL, 3000, -9, -14).setRelative(true);
            equalizer.reset();
            out[i] = run(equalizer, i == 0 ? in : soft);
        }
        assertTrue(Math.abs(settledGainDb(in, out[0], 0)) > 0.2, "the band acts at all");
        double worst = 0;
        for (int i = 0; i < RATE; i++) {
            worst = Math.max(worst, Math.abs(out[0][0][i] - out[1][0][i] / gain));
        }
        assertTrue(worst < 1e-6, "largest difference " + worst);
    }

    @Test
    void belowTheThresholdTheSamplesPassBitForBit() {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -12, 12);
        equalizer.band(1).set(FilterShape.HIGH_SHELF, 5000, 6, 1, 24, BandChannel.SIDE);
        equalizer.band(1).setThreshold(6, 0, true);
        equalizer.reset();
        float[][] in = EqualizerSignals.noise(2, RATE, 8);
        in[0][77] = -0f;
        assertBits(in, run(equalizer, in));
    }

    @Test
    void whenTheGainHasComeBackTheSamplesPassBitForBitAgain() {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -12, -40);
        equalizer.reset();
        float[][] in = sine(1000, -60, 3 * RATE, 2);
        float[][] loud = sine(1000, -10, RATE / 2, 2);
        System.arraycopy(loud[0], 0, in[0], 0, RATE / 2);
        System.arraycopy(loud[1], 0, in[1], 0, RATE / 2);
        float[][] out = run(equalizer, in);
        for (int i = 5 * RATE / 2; i < 3 * RATE; i++) {
            assertEquals(in[0][i], out[0][i]);
        }
    }

    private static void assertBits(float[][] expected, float[][] actual) {
        for (int c = 0; c < expected.length; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                assertEquals(Float.floatToRawIntBits(expected[c][i]), Float.floatToRawIntBits(actual[c][i]),
                        "channel " + c + ", frame " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BELL, 3000, -9, 2, 12", "BELL, 9000, 12, 0.7, 24", "LOW_SHELF, 300, 6, 0.7, 12",
        "HIGH_SHELF, 8000, -12, 0.7, 36", "TILT_SHELF, 1000, 6, 0.7, 12"})
    void atFullRangeTheCurveIsThatOfTheStaticBand(FilterShape shape, double hz, double rangeDb, double q, int slope) {
        DynamicEqualizer dynamic = new DynamicEqualizer(RATE, 1, NO_KEY, 4096, 0);
        DynamicBand band = dynamic.band(3);
        band.set(shape, hz, rangeDb, q, slope, BandChannel.STEREO);
        band.setThreshold(-60, 0, true);
        band.setTimes(1, 0, 5000);
        band.setSideFilter(SideShape.ALL, 1000, 1);
        dynamic.reset();
        ParametricEqualizer still = EqualizerSignals.settled(RATE, 1, new BandSettings(shape, hz, rangeDb, q, slope));
        float[][] in = EqualizerSignals.noise(1, RATE, 21);
        float[][] out = run(dynamic, in);
        float[][] expected = EqualizerSignals.process(still, in);
        for (int i = RATE / 2; i < RATE; i++) {
            assertEquals(expected[0][i], out[0][i], 2e-6);
        }
    }

    @Test
    void aFastGainMakesNoZipper() {
        DynamicEqualizer equalizer = new DynamicEqualizer(RATE, 1, NO_KEY, 4096, 0);
        band(equalizer, FilterShape.BELL, 1000, -18, -40).setTimes(10, 0, 50);
        equalizer.reset();
        float[][] in = sine(1000, -6, 2 * RATE, 1);
        for (int i = 0; i < in[0].length; i++) {
            in[0][i] *= (float) (0.5 - 0.499 * Math.cos(2 * Math.PI * 4 * i / RATE));
        }
        ParametricEqualizer above = EqualizerSignals.settled(RATE, 1,
                new BandSettings(FilterShape.HIGH_PASS, 5000, 0, 0.7071, 96));
        float[] zipper = EqualizerSignals.process(above, run(equalizer, in))[0];
        double energy = 0;
        for (float v : zipper) {
            energy += v * (double) v;
        }
        double db = 10 * Math.log10(energy / zipper.length);
        assertTrue(db <= -100, "above 5 kHz: " + db + " dBFS");
    }

    @ParameterizedTest
    @CsvSource({"LEFT, 0, 1", "RIGHT, 1, 0"})
    void aBandOfOneChannelLeavesTheOtherAlone(BandChannel place, int worked, int untouched) {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -12, -40).set(FilterShape.BELL, 1000, -12, 1, 12, place);
        equalizer.reset();
        float[][] in = sine(1000, -20, RATE, 2);
        float[][] out = run(equalizer, in);
        assertEquals(-12, settledGainDb(in, out, worked), 0.1);
        assertArrayEquals(in[untouched], out[untouched]);
    }

    @Test
    void midAndSideAreHeardAndChangedOnTheirOwn() {
        float[][] in = EqualizerSignals.noise(2, RATE, 4);
        for (int i = 0; i < RATE; i++) {
            in[1][i] = in[0][i];
        }
        DynamicEqualizer side = stereo();
        band(side, FilterShape.BELL, 1000, -12, -70).set(FilterShape.BELL, 1000, -12, 1, 12, BandChannel.SIDE);
        side.reset();
        assertBits(in, run(side, in));
        DynamicEqualizer mid = stereo();
        band(mid, FilterShape.FLAT_GAIN, 1000, -12, -70).set(FilterShape.FLAT_GAIN, 1000, -12, 1, 12, BandChannel.MID);
        mid.reset();
        float[][] out = run(mid, in);
        assertEquals(-12, settledGainDb(in, out, 0), 0.1);
        assertArrayEquals(out[0], out[1]);
    }

    @Test
    void anExternalKeyMovesTheBandAndTheSideFilterChoosesWhatOfIt() {
        float[][] key = sine(100, -10, RATE, 1);
        double[] gains = new double[2];
        for (int i = 0; i < 2; i++) {
            DynamicEqualizer equalizer = new DynamicEqualizer(RATE, 2, 1, RATE, 0);
            DynamicBand band = band(equalizer, FilterShape.BELL, 1000, -6, -40);
            band.setExternal(true);
            band.setSideFilter(i == 0 ? SideShape.LOW_PASS : SideShape.HIGH_PASS, 1000, 0.7071);
            equalizer.reset();
            float[][] audio = sine(1000, -60, RATE, 2);
            equalizer.process(audio, key, 0, RATE);
            gains[i] = band.gainDb();
        }
        assertEquals(-6, gains[0], 0.01, "low-passed, the bass is heard");
        assertEquals(0, gains[1], 0.01, "high-passed at 1 kHz it is 40 dB down and below the threshold");
    }

    @Test
    void listeningLetsTheFilteredKeyBeHeardAndFadesBack() {
        DynamicEqualizer equalizer = stereo();
        band(equalizer, FilterShape.BELL, 1000, -6, -90);
        equalizer.reset();
        float[][] in = EqualizerSignals.noise(2, 3 * RATE, 6);
        float[][] out = EqualizerSignals.copy(in);
        double[] power = new double[3];
        for (int at = 0; at < 3 * RATE; at += 480) {
            equalizer.setListen(at >= RATE && at < 2 * RATE ? 0 : DynamicEqualizer.NOBODY);
            float[][] block = {java.util.Arrays.copyOfRange(out[0], at, at + 480),
                java.util.Arrays.copyOfRange(out[1], at, at + 480)};
            equalizer.process(block, SILENT_KEY, 0, 480);
            equalizer.hear(block, 480);
            for (int i = 0; i < 480; i++) {
                power[at / RATE] += block[0][i] * (double) block[0][i];
            }
        }
        // A band-pass at 1 kHz of Q 1 passes pi/2 kHz of 24: 12 dB less of white noise.
        assertEquals(10 * Math.log10(Math.PI / 2 / 24), 10 * Math.log10(power[1] / power[0]), 1);
        assertEquals(0, 10 * Math.log10(power[2] / power[0]), 0.2);
    }

    @Test
    void lookaheadMakesTheSignalLateAndTheGainEarly() {
        DynamicEqualizer equalizer = new DynamicEqualizer(RATE, 1, NO_KEY, RATE, 480);
        float[][] in = EqualizerSignals.noise(1, RATE, 2);
        float[][] out = EqualizerSignals.copy(in);
        equalizer.process(out, SILENT_KEY, 0, RATE);
        for (int i = 480; i < RATE; i++) {
            assertEquals(in[0][i - 480], out[0][i]);
        }
        band(equalizer, FilterShape.FLAT_GAIN, 1000, -12, -40).setTimes(2, 0, 100);
        equalizer.reset();
        float[][] step = sine(6000, -10, RATE, 1);
        java.util.Arrays.fill(step[0], 0, RATE / 2, 0);
        float[][] ducked = EqualizerSignals.copy(step);
        equalizer.process(ducked, SILENT_KEY, 0, RATE);
        double peak = 0;
        for (int i = RATE / 2; i < RATE; i++) {
            peak = Math.max(peak, Math.abs(ducked[0][i]));
        }
        assertEquals(-22, 20 * Math.log10(peak), 0.2, "five attacks ahead no overshoot is left");
    }

    /** X1, with everything moving. */
    @ParameterizedTest
    @CsvSource({"44100, 2", "48000, 1", "96000, 2", "48000, 3"})
    void anySplitIntoBlocksGivesTheSameBits(int rate, int channels) {
        float[][] in = EqualizerSignals.noise(channels, 60_000, 91);
        float[][] key = EqualizerSignals.noise(2, 60_000, 92);
        float[][] whole = moving(rate, in, key, new Random(0), 60_000);
        long seed = 1;
        assertBits(whole, moving(rate, in, key, new Random(seed), 700));
        assertBits(whole, moving(rate, in, key, new Random(seed), 3));
    }

    private static float[][] moving(int rate, float[][] in, float[][] key, Random random, int longest) {
        DynamicEqualizer equalizer = new DynamicEqualizer(rate, in.length, 2, 60_000, 100);
        BandChannel[] places = BandChannel.values();
        for (int i = 0; i < 5; i++) {
            equalizer.band(i).set(FilterShape.BELL, 300 << i, i % 2 == 0 ? 9 : -9, 1, 12, places[i]);
            equalizer.band(i).setThreshold(-40, 6, i != 3);
            equalizer.band(i).setExternal(i == 2);
            equalizer.band(i).setRelative(i == 4);
            equalizer.band(i).setAveraging(20, 0.5);
        }
        equalizer.reset();
        float[][] out = EqualizerSignals.copy(in);
        int[] events = {0, 7001, 13_003, 13_500, 20_011, 33_333, 40_000, 60_000};
        float[][] heard = EqualizerSignals.copy(in);
        for (int e = 0; e + 1 < events.length; e++) {
            switch (e) {
                case 1 -> equalizer.band(0).set(FilterShape.BELL, 4000, -12, 2, 12, BandChannel.STEREO);
                case 2 -> equalizer.band(1).setThreshold(-20, 0, true);
                case 3 -> equalizer.setListen(2);
                case 4 -> equalizer.band(3).setOff();
                case 5 -> equalizer.setListen(0);
                case 6 -> equalizer.setGainScale(-0.5);
                default -> { }
            }
            for (int at = events[e]; at < events[e + 1]; ) {
                int frames = Math.min(events[e + 1] - at, 1 + random.nextInt(longest));
                float[][] block = new float[out.length][];
                float[][] keyBlock = new float[2][];
                for (int c = 0; c < out.length; c++) {
                    block[c] = java.util.Arrays.copyOfRange(out[c], at, at + frames);
                }
                for (int c = 0; c < 2; c++) {
                    keyBlock[c] = java.util.Arrays.copyOfRange(key[c], at, at + frames);
                }
                equalizer.process(block, keyBlock, 0, frames);
                equalizer.hear(block, frames);
                for (int c = 0; c < out.length; c++) {
                    System.arraycopy(block[c], 0, heard[c], at, frames);
                }
                at += frames;
            }
        }
        return heard;
    }

    @Test
    void resetForgetsTheSignalAndTakesTheSettingsOver() {
        DynamicEqualizer used = stereo();
        run(used, EqualizerSignals.noise(2, RATE, 5));
        band(used, FilterShape.BELL, 1000, 6, -40).setRelative(true);
        used.setGainScale(1.5);
        used.setListen(0);
        run(used, EqualizerSignals.noise(2, 10_000, 5));
        used.setListen(DynamicEqualizer.NOBODY);
        used.reset();
        DynamicEqualizer fresh = stereo();
        band(fresh, FilterShape.BELL, 1000, 6, -40).setRelative(true);
        fresh.setGainScale(1.5);
        fresh.reset();
        float[][] in = EqualizerSignals.noise(2, RATE, 6);
        assertBits(run(fresh, in), run(used, in));
    }

    @Test
    void everyShapeAtFullRangeStaysFinite() {
        DynamicEqualizer equalizer = stereo();
        int i = 0;
        for (FilterShape shape : FilterShape.values()) {
            equalizer.band(i).set(shape, 1000, 36, 40, 96, BandChannel.values()[i % 5]);
            equalizer.band(i++).setThreshold(-80, 0, true);
        }
        equalizer.reset();
        for (float[] channel : run(equalizer, EqualizerSignals.noise(2, RATE, 5))) {
            for (float v : channel) {
                assertTrue(Math.abs(v) <= 1e6f, "sample " + v);
            }
        }
    }
}
