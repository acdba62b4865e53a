package io.arioso.dsp.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.Allocation;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseFilterTest {
    private static final double RATE = 48_000;
    private static final BandChannel[] CHANNELS = BandChannel.values();
    private static final FilterShape[] SHAPES = FilterShape.values();
    private static final BandSettings PRESENCE = BandSettings.of(FilterShape.BELL, 3000, 6, 1);
    private static final BandSettings RUMBLE = BandSettings.of(FilterShape.HIGH_PASS, 1200, 0, 0.7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withoutBandsTheDelayedSignalPassesBitForBit(int channels) {
        for (PhaseFilter filter : new PhaseFilter[] {linear(channels), PhaseFilter.analog(RATE, channels)}) {
            set(filter, 3, BandSettings.of(FilterShape.BELL, 1000, 0, 1), BandChannel.SIDE);
            filter.setAutoGain(true);
            filter.reset();
            float[][] noise = noise(channels, 5000, 1);
            assertSameBits(delayed(noise, filter.latencyFrames()), process(filter, noise));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 1024, 576", "48000, 4096, 2304", "96000, 1024, 1152", "192000, 16384, 36864"})
    void theLatencyOfLinearPhaseKeepsItsTimeAtEveryRate(double rate, int length, int frames) {
        PhaseFilter filter = PhaseFilter.linear(rate, 1, length);
        assertEquals(frames, filter.latencyFrames());
        set(filter, 0, PRESENCE, BandChannel.STEREO);
        filter.reset();
        float[] response = impulseResponse(filter, frames + 2000);
        int loudest = 0;
        for (int i = 0; i < response.length; i++) {
            loudest = Math.abs(response[i]) > Math.abs(response[loudest]) ? i : loudest;
        }
        assertEquals(frames, loudest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 192_000})
    void analogPhaseIsLateByTheSameFramesAtEveryRate(double rate) {
        assertEquals(384, PhaseFilter.analog(rate, 2).latencyFrames());
    }

    /** EQ-5: what comes out of the convolution is symmetric, so that every frequency is equally late. */
    @Test
    void linearPhaseComesOutSymmetric() {
        PhaseFilter filter = linear(1);
        set(filter, 0, new BandSettings(FilterShape.HIGH_PASS, 300, 0, 0.7, 24), BandChannel.STEREO);
        set(filter, 1, BandSettings.of(FilterShape.HIGH_SHELF, 9000, 6, 0.7), BandChannel.STEREO);
        filter.reset();
        int centre = filter.latencyFrames();
        float[] response = impulseResponse(filter, 2 * centre + 1);
        double peak = response[centre];
        for (int i = 1; i <= centre; i++) {
            assertEquals(response[centre - i], response[centre + i], 2 * Math.ulp((float) peak),
                    i + " from the centre");
        }
    }

    @Test
    void leftAndRightMidAndSideAreFilteredApartAndTogether() {
        float[][] noise = noise(2, 8000, 2);
        PhaseFilter filter = linear(2);
        BandSettings[] bands = {PRESENCE, RUMBLE, BandSettings.of(FilterShape.LOW_SHELF, 1500, -9, 0.7),
            BandSettings.of(FilterShape.BELL, 5000, 4, 1), BandSettings.of(FilterShape.HIGH_SHELF, 7000, -6, 0.7)};
        for (int i = 0; i < 5; i++) {
            set(filter, i, bands[i], CHANNELS[i]);
        }
        filter.reset();
        double[][] x = new double[2][];
        for (int c = 0; c < 2; c++) {
            x[c] = naive(noise[c], filter, bands[0], bands[1 + c]);
        }
        double[] mid = new double[8000];
        double[] side = new double[8000];
        for (int i = 0; i < 8000; i++) {
            mid[i] = (x[0][i] + x[1][i]) / 2;
            side[i] = (x[0][i] - x[1][i]) / 2;
        }
        mid = naive(mid, bands[3]);
        side = naive(side, bands[4]);
        float[][] out = process(filter, noise);
        // Both oracles know nothing of what the first response makes before frame 0.
        for (int i = 1024; i < 8000 - filter.latencyFrames(); i++) {
            assertEquals(mid[i] + side[i], out[0][i + filter.latencyFrames()], 2e-4, "left, frame " + i);
            assertEquals(mid[i] - side[i], out[1][i + filter.latencyFrames()], 2e-4, "right, frame " + i);
        }
    }

    @Test
    void equalChannelsStayEqualAndSwappedOnesComeOutSwapped() {
        for (PhaseFilter filter : new PhaseFilter[] {linear(2), PhaseFilter.analog(RATE, 2)}) {
            set(filter, 0, PRESENCE, BandChannel.SIDE);
            set(filter, 1, BandSettings.of(FilterShape.BELL, 12_000, -6, 1), BandChannel.STEREO);
            float[][] noise = noise(2, 6000, 5);
            filter.reset();
            float[][] out = process(filter, noise);
            filter.reset();
            float[][] swapped = process(filter, new float[][] {noise[1], noise[0]});
            assertSameBits(out, new float[][] {swapped[1], swapped[0]});
            filter.reset();
            float[][] equal = process(filter, new float[][] {noise[0], noise[0]});
            assertArrayEquals(equal[0], equal[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void anySplitOfTheSameInputAndChangesGivesTheSameBits(long seed) {
        for (boolean analog : new boolean[] {false, true}) {
            float[][] noise = noise(2, 30_000, seed);
            float[][] whole = rendered(analog, noise, seed, Integer.MAX_VALUE);
            for (int block : new int[] {1, 7, 480, 1000}) {
                assertSameBits(whole, rendered(analog, noise, seed, block));
            }
        }
    }

    private static float[][] rendered(boolean analog, float[][] noise, long seed, int block) {
        PhaseFilter filter = analog ? PhaseFilter.analog(RATE, 2) : linear(2);
        filter.reset();
        float[][] audio = copy(noise);
        Random values = new Random(seed);
        int[] changes = {0, 100, 101, 3000, 3007, 6000, 9984, 15_000, 20_000, 30_000};
        for (int change = 0; change + 1 < changes.length; change++) {
            changeSomething(filter, values);
            for (int frame = changes[change]; frame < changes[change + 1]; ) {
                int to = (int) Math.min(changes[change + 1], frame + (long) block);
                filter.process(audio, frame, to);
                frame = to;
            }
        }
        return audio;
    }

    private static void changeSomething(PhaseFilter filter, Random values) {
        for (int i = 0; i < 3; i++) {
            filter.setBand(values.nextInt(4), SHAPES[values.nextInt(SHAPES.length)],
                    20 * StrictMath.exp(6.9 * values.nextDouble()), 24 * values.nextDouble() - 12,
                    0.3 + values.nextDouble(), 6 + 6 * values.nextInt(8), CHANNELS[values.nextInt(5)]);
        }
        for (int i = 0; i < 4; i++) {
            if (values.nextInt(3) == 0) {
                filter.setBandOff(i);
            }
        }
        filter.setAutoGain(values.nextBoolean());
        filter.setGainScale(values.nextDouble());
        filter.setOutputDb(-3 * values.nextDouble());
    }

    @Test
    void afterResetItIsAsNew() {
        for (boolean analog : new boolean[] {false, true}) {
            PhaseFilter used = analog ? PhaseFilter.analog(RATE, 2) : linear(2);
            set(used, 0, RUMBLE, BandChannel.LEFT);
            float[][] noise = noise(2, 5000, 10);
            process(used, noise);
            used.setBandOff(0);
            set(used, 2, PRESENCE, BandChannel.SIDE);
            used.process(copy(noise), 0, 77);
            used.reset();
            PhaseFilter fresh = analog ? PhaseFilter.analog(RATE, 2) : linear(2);
            set(fresh, 2, PRESENCE, BandChannel.SIDE);
            fresh.reset();
            assertSameBits(process(fresh, noise), process(used, noise));
        }
    }

    @Test
    void aChangeArrivesAtWhatANewFilterSoundsLikeAndBackAtEqualBits() {
        PhaseFilter moved = linear(2);
        moved.reset();
        float[][] noise = noise(2, 40_000, 11);
        set(moved, 0, PRESENCE, BandChannel.MID);
        moved.setOutputDb(-6);
        PhaseFilter fresh = linear(2);
        set(fresh, 0, PRESENCE, BandChannel.MID);
        fresh.setOutputDb(-6);
        fresh.reset();
        float[][] out = copy(noise);
        moved.process(out, 0, 20_000);
        float[][] expected = process(fresh, noise);
        for (int i = 8000; i < 20_000; i++) {
            assertEquals(expected[0][i], out[0][i], 2e-6, "frame " + i);
        }
        moved.setBandOff(0);
        moved.setOutputDb(0);
        moved.process(out, 20_000, 40_000);
        float[][] late = delayed(noise, moved.latencyFrames());
        for (int i = 30_000; i < 40_000; i++) {
            assertEquals(Float.floatToRawIntBits(late[1][i]), Float.floatToRawIntBits(out[1][i]), "frame " + i);
        }
    }

    /** The step of a band fades: a low sine gets no edge, between two samples it never jumps. */
    @Test
    void aChangeDoesNotClick() {
        for (boolean analog : new boolean[] {false, true}) {
            PhaseFilter filter = analog ? PhaseFilter.analog(RATE, 1) : linear(1);
            filter.reset();
            float[][] sine = new float[1][60_000];
            for (int i = 0; i < sine[0].length; i++) {
                sine[0][i] = (float) (0.5 * StrictMath.sin(2 * StrictMath.PI * 200 * i / RATE));
            }
            double steepest = 1.1 * 0.5 * 2 * StrictMath.PI * 200 / RATE * (analog ? 1 : StrictMath.pow(10, 12 / 20.0));
            filter.process(sine, 0, 10_013);
            set(filter, 0, BandSettings.of(FilterShape.BELL, 200, 12, 1), BandChannel.STEREO);
            filter.process(sine, 10_013, 30_017);
            filter.setBandOff(0);
            filter.process(sine, 30_017, 60_000);
            for (int i = filter.latencyFrames() + 1; i < sine[0].length; i++) {
                assertTrue(Math.abs(sine[0][i] - sine[0][i - 1]) < steepest, analog + ": frame " + i);
            }
        }
    }

    /** Auto gain agrees with that of the equaliser without latency. */
    @Test
    void gainAndAutoGainAreThoseOfTheParametricEqualizer() {
        BandSettings[] bands = {PRESENCE, BandSettings.of(FilterShape.LOW_SHELF, 250, 9, 0.7)};
        BandChannel[] where = {BandChannel.SIDE, BandChannel.LEFT};
        PhaseFilter linear = PhaseFilter.linear(RATE, 2, 16_384);
        ParametricEqualizer minimum = new ParametricEqualizer(RATE, 2);
        for (int i = 0; i < 2; i++) {
            set(linear, i, bands[i], where[i]);
            minimum.setBand(i, bands[i], where[i]);
        }
        linear.setOutputDb(-3);
        linear.setAutoGain(true);
        linear.reset();
        minimum.setOutputDb(-3);
        minimum.setAutoGain(true);
        minimum.reset();
        float[][] noise = noise(2, 96_000, 12);
        float[][] ours = process(linear, noise);
        float[][] theirs = copy(noise);
        minimum.process(theirs, 0, 96_000);
        for (int c = 0; c < 2; c++) {
            assertEquals(level(theirs[c], 20_000), level(ours[c], 20_000), 0.15, "channel " + c);
        }
    }

    @Test
    void afterNoiseSilenceBecomesExactZeroWithinTheTail() {
        for (PhaseFilter filter : new PhaseFilter[] {linear(2), PhaseFilter.analog(RATE, 2)}) {
            set(filter, 0, PRESENCE, BandChannel.SIDE);
            filter.reset();
            float[][] audio = noise(2, 20_000, 14);
            Arrays.fill(audio[0], 4800, 20_000, 0);
            Arrays.fill(audio[1], 4800, 20_000, 0);
            filter.process(audio, 0, 20_000);
            int silent = 4800 + filter.tailFrames();
            for (int i = silent; i < 20_000; i++) {
                assertEquals(0, Math.abs(audio[0][i]), 1e-6, "frame " + i);
            }
            for (int i = silent + 2 * filter.latencyFrames(); i < 20_000; i++) {
                assertEquals(0, audio[1][i], "frame " + i);
            }
        }
    }

    @Test
    void changingEverythingAllTheTimeAllocatesNothing() {
        for (PhaseFilter filter : new PhaseFilter[] {linear(2), PhaseFilter.analog(RATE, 2)}) {
            filter.reset();
            float[][] audio = noise(2, 512, 16);
            Random values = new Random(17);
            assertEquals(0, Allocation.bytes(() -> {
                for (int block = 0; block < 500; block++) {
                    changeSomething(filter, values);
                    filter.process(audio, 0, 512);
                }
            }), "bytes in 500 blocks");
        }
    }

    @Test
    void errorsNameThingValueAndBound() {
        assertEquals("linear-phase length: 1000 is not a power of two from 256 to 16384",
                assertThrows(IllegalArgumentException.class, () -> PhaseFilter.linear(RATE, 2, 1000)).getMessage());
        assertEquals("phase filter: 48000.0 Hz and 0 channels are not both above 0",
                assertThrows(IllegalArgumentException.class, () -> PhaseFilter.analog(RATE, 0)).getMessage());
        PhaseFilter filter = linear(1);
        assertThrows(IllegalArgumentException.class, () -> filter.setGainScale(3));
        assertThrows(IllegalArgumentException.class, () -> filter.setOutputDb(Double.NaN));
        assertThrows(IllegalArgumentException.class,
                () -> filter.setBand(0, FilterShape.BELL, 0, 0, 1, 12, BandChannel.STEREO));
    }

    @Test
    void aMovingPhaseFilterIsHeard() {
        PhaseFilter filter = linear(1);
        filter.reset();
        float[][] noise = noise(1, 20_000, 18);
        set(filter, 0, PRESENCE, BandChannel.STEREO);
        assertFalse(Arrays.equals(delayed(noise, filter.latencyFrames())[0], process(filter, noise)[0]));
    }

    private static PhaseFilter linear(int channels) {
        return PhaseFilter.linear(RATE, channels, 1024);
    }

    private static void set(PhaseFilter filter, int index, BandSettings band, BandChannel channel) {
        filter.setBand(index, band.shape(), band.frequencyHz(), band.gainDb(), band.q(), band.slopeDbPerOctave(),
                channel);
    }

    private static float[] impulseResponse(PhaseFilter filter, int frames) {
        float[][] impulse = new float[1][frames];
        impulse[0][0] = 1;
        filter.process(impulse, 0, frames);
        return impulse[0];
    }

    private static double[] naive(float[] x, PhaseFilter filter, BandSettings... bands) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return naive(wide, bands);
    }

    /** Convolves about the centre with the design of the bands; both ends see silence beyond. */
    private static double[] naive(double[] x, BandSettings... bands) {
        float[] taps = Responses.design(new LinearPhaseDesign(RATE, 1024), bands);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = Math.max(0, i + 512 - x.length + 1); k < 1024 && k <= i + 512; k++) {
                sum += taps[k] * x[i + 512 - k];
            }
            y[i] = sum;
        }
        return y;
    }

    private static double level(float[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += (double) x[i] * x[i];
        }
        return 10 * Math.log10(sum / (x.length - from));
    }

    private static float[][] noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] audio = new float[channels][frames];
        for (float[] channel : audio) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
        return audio;
    }

    private static float[][] copy(float[][] audio) {
        return Arrays.stream(audio).map(float[]::clone).toArray(float[][]::new);
    }

    private static float[][] process(PhaseFilter filter, float[][] audio) {
        float[][] out = copy(audio);
        filter.process(out, 0, out[0].length);
        return out;
    }

    private static float[][] delayed(float[][] audio, int frames) {
        float[][] late = new float[audio.length][audio[0].length];
        for (int c = 0; c < audio.length; c++) {
            System.arraycopy(audio[c], 0, late[c], frames, audio[c].length - frames);
        }
        return late;
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
