package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFollowerTest {
    @ParameterizedTest
    @CsvSource({"1, 44100", "10, 48000", "60, 48000", "200, 96000", "1000, 48000"})
    void sixtyThreePercentAreBackAfterTheReleaseTime(double releaseMs, double rate) {
        ReleaseFollower follower = new ReleaseFollower(rate);
        follower.setRelease(releaseMs, false);
        float[] gain = step((int) (rate * releaseMs / 1000 * 2) + 100, 0.25f, 100);
        follower.process(gain, gain, gain.length);
        double level = 1 - 0.75 * Math.exp(-1);
        int at = 100;
        while (gain[at] < level) {
            at++;
        }
        assertEquals(releaseMs * rate / 1000, at - 99, Math.max(1, 0.01 * releaseMs * rate / 1000));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverExceedsTheRequiredGainAndIgnoresTheBlockSplit(boolean automatic) {
        float[] in = Signals.uniform(20_000, 21, 0, 1);
        float[] first = null;
        for (int[] split : Signals.splits(in.length, 2)) {
            ReleaseFollower follower = new ReleaseFollower(48_000);
            follower.setRelease(5, automatic);
            float[] out = Signals.inBlocks(in, split, follower::process);
            first = first == null ? out : first;
            assertArrayEquals(first, out, "first block " + split[0]);
        }
        for (int i = 0; i < in.length; i++) {
            assertTrue(first[i] <= in[i], "frame " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unityIsReachedExactly(boolean automatic) {
        ReleaseFollower follower = new ReleaseFollower(48_000);
        follower.setRelease(20, automatic);
        float[] gain = step(48_000 * 8, 0.1f, 48_000);
        follower.process(gain, gain, gain.length);
        assertEquals(1f, gain[gain.length - 1]);
    }

    @Test
    void automaticForgetsALonePeakFasterThanADensePassage() {
        double afterPeak = recoveredAfter100Ms(48);
        double afterPassage = recoveredAfter100Ms(48_000);
        assertTrue(afterPeak > 0.95, "lone peak: " + afterPeak);
        assertTrue(afterPassage < 0.75, "passage: " + afterPassage);
    }

    @Test
    void aReleaseOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReleaseFollower(48_000).setRelease(0, false));
        assertThrows(IllegalArgumentException.class, () -> new ReleaseFollower(0));
    }

    private static double recoveredAfter100Ms(int limitedFrames) {
        ReleaseFollower follower = new ReleaseFollower(48_000);
        follower.setRelease(20, true);
        float[] gain = step(limitedFrames + 4800, 0.5f, limitedFrames);
        follower.process(gain, gain, gain.length);
        return gain[gain.length - 1];
    }

    private static float[] step(int frames, float from, int until) {
        float[] gain = new float[frames];
        Arrays.fill(gain, 1f);
        Arrays.fill(gain, 0, until, from);
        return gain;
    }
}
