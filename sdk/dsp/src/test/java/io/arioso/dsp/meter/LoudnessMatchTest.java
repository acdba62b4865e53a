package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoudnessMatchTest {
    private static final int RATE = 48_000;

    private static float[][] pink(int seconds, long seed) {
        Random random = new Random(seed);
        float[][] audio = new float[2][seconds * RATE];
        for (float[] channel : audio) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = (float) (0.05 * random.nextGaussian());
            }
        }
        return filtered(audio, FilterShape.FLAT_TILT, 1000, -3.0103);
    }

    private static float[][] filtered(float[][] audio, FilterShape shape, double hz, double gainDb) {
        float[][] copy = {audio[0].clone(), audio[1].clone()};
        ParametricEqualizer equalizer = new ParametricEqualizer(RATE, 2);
        equalizer.setBand(0, shape, hz, gainDb, 0.7071, 12, BandChannel.STEREO);
        equalizer.reset();
        equalizer.process(copy, 0, copy[0].length);
        return copy;
    }

    private static float[][] matched(float[][] in, float[][] processed, int latency, int block) {
        LoudnessMatch match = new LoudnessMatch(RATE, 2, block, latency);
        match.setOn(true);
        float[][] out = new float[2][in[0].length];
        for (int at = 0; at < in[0].length; at += block) {
            int frames = Math.min(block, in[0].length - at);
            float[][] a = new float[2][];
            float[][] b = new float[2][];
            for (int c = 0; c < 2; c++) {
                a[c] = java.util.Arrays.copyOfRange(in[c], at, at + frames);
                b[c] = java.util.Arrays.copyOfRange(processed[c], at, at + frames);
            }
            match.takeInput(a, 0, frames);
            match.process(b, 0, frames);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(b[c], 0, out[c], at, frames);
            }
        }
        return out;
    }

    private static double loudness(float[][] audio, int fromSecond) {
        LoudnessMeter meter = new LoudnessMeter(RATE, 2);
        meter.process(audio, fromSecond * RATE, audio[0].length - fromSecond * RATE);
        return meter.integratedLufs();
    }

    /** EQ-8, for the gain that follows the programme. */
    @ParameterizedTest
    @CsvSource({"BELL, 1000, 9", "HIGH_SHELF, 4000, 12", "LOW_SHELF, 150, 15", "BELL, 3000, -18",
            "FLAT_GAIN, 1000, -20"})
    void processedPinkNoiseGetsTheLoudnessOfTheUnprocessed(FilterShape shape, double hz, double gainDb) {
        float[][] in = pink(12, 3);
        float[][] out = matched(in, filtered(in, shape, hz, gainDb), 0, 512);
        assertEquals(loudness(in, 3), loudness(out, 3), 0.1, "LU");
    }

    @Test
    void theGainMovesWithoutClickOrPump() {
        float[][] in = pink(8, 4);
        float[][] processed = filtered(in, FilterShape.FLAT_GAIN, 1000, 12);
        float[][] out = matched(in, processed, 0, 480);
        double last = 1;
        for (int i = 0; i < out[0].length; i++) {
            if (Math.abs(processed[0][i]) > 0.05) {
                double gain = out[0][i] / processed[0][i];
                assertTrue(Math.abs(gain - last) < 0.01, "gain jumps from " + last + " to " + gain + " at " + i);
                last = gain;
            }
        }
        assertEquals(-12, 20 * StrictMath.log10(last), 0.2);
    }

    @Test
    void aLateProgrammeIsComparedWithWhatItWas() {
        float[][] in = pink(8, 5);
        int latency = 8192;
        float[][] late = new float[2][in[0].length];
        for (int c = 0; c < 2; c++) {
            System.arraycopy(in[c], 0, late[c], latency, in[c].length - latency);
        }
        float[][] out = matched(in, late, latency, 1000);
        for (int i = latency; i < out[0].length; i++) {
            assertEquals(late[0][i], out[0][i], 0.02 * Math.abs(late[0][i]) + 1e-6);
        }
    }

    @Test
    void silenceKeepsTheGainAndOffGoesBackToTheBits() {
        LoudnessMatch match = new LoudnessMatch(RATE, 2, 10 * RATE, 0);
        match.setOn(true);
        float[][] in = pink(4, 6);
        float[][] out = filtered(in, FilterShape.FLAT_GAIN, 1000, 6);
        match.takeInput(in, 0, in[0].length);
        match.process(out, 0, out[0].length);
        double gain = match.gain();
        assertEquals(-6, 20 * StrictMath.log10(gain), 0.1);
        match.takeInput(new float[2][2 * RATE], 0, 2 * RATE);
        match.process(new float[2][2 * RATE], 0, 2 * RATE);
        assertEquals(gain, match.gain(), 1e-3);
        match.setOn(false);
        match.takeInput(new float[2][10 * RATE], 0, 10 * RATE);
        match.process(new float[2][10 * RATE], 0, 10 * RATE);
        assertEquals(1, match.gain());
        float[][] after = pink(1, 7);
        float[][] copy = {after[0].clone(), after[1].clone()};
        match.takeInput(after, 0, RATE);
        match.process(copy, 0, RATE);
        assertArrayEquals(after[0], copy[0]);
    }

    @Test
    void aGainThatIsMeantToBeHeardStays() {
        LoudnessMatch match = new LoudnessMatch(RATE, 2, 10 * RATE, 0);
        match.setOn(true);
        match.setOutputGain(0.5);
        float[][] in = pink(4, 6);
        float[][] out = filtered(in, FilterShape.FLAT_GAIN, 1000, -6.0206);
        match.takeInput(in, 0, in[0].length);
        match.process(out, 0, out[0].length);
        assertEquals(1, match.gain(), 0.001);
    }

    @Test
    void anySplitIntoBlocksGivesTheSameBits() {
        float[][] in = pink(2, 9);
        float[][] processed = filtered(in, FilterShape.BELL, 1000, 12);
        float[][] whole = matched(in, processed, 700, 2 * RATE);
        assertArrayEquals(whole[0], matched(in, processed, 700, 7)[0]);
        assertArrayEquals(whole[1], matched(in, processed, 700, 997)[1]);
    }

    @Test
    void impossibleSetupsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMatch(RATE, 0, 64, 0));
        assertThrows(IllegalArgumentException.class, () -> new LoudnessMatch(RATE, 2, 64, -1));
    }
}
