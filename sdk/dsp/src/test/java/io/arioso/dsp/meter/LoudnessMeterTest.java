package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessMeterTest {
    private static final double SILENT = Double.NEGATIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatTheStandardSaysWordForWord(long seed) {
        float[][] audio = Music.stereo(seed, 48_000, 30);
        LoudnessMeter meter = new LoudnessMeter(48_000, 2);
        meter.process(audio, 0, audio[0].length);
        SlowLoudness oracle = new SlowLoudness(audio);
        assertEquals(oracle.integratedLufs(), meter.integratedLufs(), 0.005, "seed " + seed);
        assertEquals(oracle.loudnessRangeLu(), meter.loudnessRangeLu(), 0.005, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void anySplitGivesTheSameBits(int rate) {
        long seed = 77 + rate;
        Random random = new Random(seed);
        float[][] audio = Music.stereo(seed, rate, 12);
        LoudnessMeter whole = new LoudnessMeter(rate, 2);
        whole.process(audio, 0, audio[0].length);
        LoudnessMeter split = new LoudnessMeter(rate, 2);
        for (int at = 0; at < audio[0].length; ) {
            int n = Math.min(random.nextInt(2_000), audio[0].length - at);
            split.process(audio, at, n);
            at += n;
        }
        assertArrayEquals(readings(whole), readings(split), "seed " + seed);
    }

    @Test void resetStartsANewProgramme() {
        LoudnessMeter meter = new LoudnessMeter(48_000, 2);
        meter.process(Music.stereo(4, 48_000, 5), 0, 5 * 48_000);
        meter.reset();
        LoudnessMeter fresh = new LoudnessMeter(48_000, 2);
        float[][] audio = Music.stereo(5, 48_000, 5);
        meter.process(audio, 0, audio[0].length);
        fresh.process(audio, 0, audio[0].length);
        assertArrayEquals(readings(fresh), readings(meter));
    }

    @Test void silenceIsMinusInfinityAndNeverNaN() {
        LoudnessMeter meter = new LoudnessMeter(44_100, 2);
        assertArrayEquals(new double[] {SILENT, SILENT, SILENT, 0, SILENT, SILENT}, readings(meter));
        meter.process(new float[2][44_100 * 4], 0, 44_100 * 4);
        assertArrayEquals(new double[] {SILENT, SILENT, SILENT, 0, SILENT, SILENT}, readings(meter));
    }

    @Test void silenceAfterSignalBecomesMinusInfinity() {
        LoudnessMeter meter = new LoudnessMeter(48_000, 2);
        meter.process(Music.stereo(6, 48_000, 2), 0, 2 * 48_000);
        meter.process(new float[2][48_000 * 20], 0, 48_000 * 20);
        assertEquals(SILENT, meter.momentaryLufs());
        assertEquals(SILENT, meter.shortTermLufs());
        assertTrue(meter.integratedLufs() > -70, "the programme is remembered");
    }

    @Test void nonFiniteSamplesCountAsSilence() {
        float[][] broken = Music.stereo(8, 48_000, 5);
        float[][] repaired = {broken[0].clone(), broken[1].clone()};
        Random random = new Random(8);
        float[] poison = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < 1_000; i++) {
            int channel = i & 1;
            int frame = i * 200 + random.nextInt(200);
            broken[channel][frame] = poison[i % 3];
            repaired[channel][frame] = 0;
        }
        LoudnessMeter meter = new LoudnessMeter(48_000, 2);
        LoudnessMeter clean = new LoudnessMeter(48_000, 2);
        meter.process(broken, 0, broken[0].length);
        clean.process(repaired, 0, repaired[0].length);
        assertArrayEquals(readings(clean), readings(meter));
        assertEquals(1_000, meter.nonFiniteSamples());
        LoudnessMeter mono = new LoudnessMeter(48_000, 1);
        mono.process(broken, 0, broken[0].length);
        assertEquals(500, mono.nonFiniteSamples());
        assertTrue(mono.integratedLufs() > -70);
    }

    @Test void lowFrequencyEffectsDoNotCountAndSurroundsCountMore() {
        float[][] audio = new float[6][];
        Arrays.fill(audio, new float[48_000]);
        audio[3] = Music.stereo(9, 48_000, 1)[0];
        assertEquals(SILENT, integrated(audio), "LFE");
        float[] signal = audio[3];
        audio[3] = audio[0];
        audio[2] = signal;
        double centre = integrated(audio);
        audio[2] = audio[0];
        audio[5] = signal;
        assertEquals(centre + 10 * Math.log10(1.41), integrated(audio), 0.0001, "right surround");
    }

    @Test void monoReadsThreeDecibelsBelowTheSameInStereo() {
        float[] signal = Music.stereo(10, 48_000, 3)[0];
        LoudnessMeter mono = new LoudnessMeter(48_000, 1);
        mono.process(new float[][] {signal}, 0, signal.length);
        assertEquals(integrated(new float[][] {signal, signal}) - 10 * Math.log10(2), mono.integratedLufs(), 0.0001);
    }

    @Test void impossibleLayoutsAndRatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMeter(48_000, 9));
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMeter(48_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMeter(Double.NaN, 2));
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMeter(48_000, 1.0, -1.0));
    }

    private static double integrated(float[][] audio) {
        LoudnessMeter meter = new LoudnessMeter(48_000, audio.length);
        meter.process(audio, 0, audio[0].length);
        return meter.integratedLufs();
    }

    private static double[] readings(LoudnessMeter meter) {
        return new double[] {meter.momentaryLufs(), meter.shortTermLufs(), meter.integratedLufs(),
            meter.loudnessRangeLu(), meter.maxMomentaryLufs(), meter.maxShortTermLufs()};
    }
}
