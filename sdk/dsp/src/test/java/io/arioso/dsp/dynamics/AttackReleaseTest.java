package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.dynamics.AttackRelease.Ballistics;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackReleaseTest {
    private static final double PART = 1 - 1 / StrictMath.E;

    @ParameterizedTest
    @CsvSource({"44100, 10, 100", "48000, 1, 30", "48000, 0.05, 5", "96000, 30, 400", "192000, 10, 100",
        "192000, 1, 5000"})
    void stepsAreDoneToTwoThirdsAfterExactlyTheTimes(double rate, double attackMs, double releaseMs) {
        for (Ballistics ballistics : Ballistics.values()) {
            AttackRelease follower = new AttackRelease(rate, ballistics);
            follower.setTimes(attackMs, 0, releaseMs);
            int rise = framesTo(follower, 15, PART * 15, true);
            assertEquals(attackMs * rate / 1000, rise, 1, ballistics + " attack");
            settle(follower, 15, (int) (12 * attackMs * rate / 1000) + 10);
            int fall = framesTo(follower, 0, (1 - PART) * 15, false);
            assertEquals(releaseMs * rate / 1000, fall, 1 + 1e-3 * releaseMs * rate / 1000, ballistics + " release");
        }
    }

    private static int framesTo(AttackRelease follower, double goal, double level, boolean up) {
        double[] one = new double[1];
        for (int frames = 1; ; frames++) {
            one[0] = goal;
            follower.process(one, 1);
            if (up ? one[0] >= level * (1 - 1e-12) : one[0] <= level * (1 + 1e-12)) {
                return frames;
            }
        }
    }

    private static void settle(AttackRelease follower, double goal, int frames) {
        double[] values = new double[frames];
        Arrays.fill(values, goal);
        follower.process(values, frames);
    }

    @Test
    void aHoldLastsExactlyAsLongAsSet() {
        for (Ballistics ballistics : Ballistics.values()) {
            AttackRelease follower = new AttackRelease(48_000, ballistics);
            follower.setTimes(0, 2.5, 1);
            settle(follower, 6, 10);
            double[] after = new double[200];
            follower.process(after, after.length);
            for (int i = 0; i < 120; i++) {
                assertEquals(6, after[i], 0, ballistics + " frame " + i);
            }
            assertTrue(after[120] < 6, ballistics + " holds longer than 120 frames");
        }
    }

    @Test
    void equalsTheNaiveLoopForAnySplit() {
        double[] goals = new Random(3).doubles(4000, 0, 20).toArray();
        for (Ballistics ballistics : Ballistics.values()) {
            for (double holdMs : new double[] {0, 0.3}) {
                double[] expected = naive(goals, 48_000, 0.5, holdMs, 4, ballistics);
                double[] whole = null;
                for (int[] split : Signals.splits(goals.length, 5)) {
                    double[] followed = inBlocks(goals, split, holdMs, ballistics);
                    assertArrayEquals(expected, followed, 1e-9, ballistics + ", hold " + holdMs);
                    whole = whole == null ? followed : whole;
                    assertArrayEquals(whole, followed, ballistics + ": first block " + split[0]);
                }
            }
        }
    }

    private static double[] inBlocks(double[] goals, int[] split, double holdMs, Ballistics ballistics) {
        AttackRelease follower = new AttackRelease(48_000, ballistics);
        follower.setTimes(0.5, holdMs, 4);
        double[] result = new double[goals.length];
        for (int at = 0, block = 0; at < goals.length; block++) {
            int count = Math.min(goals.length - at, split[block % split.length]);
            double[] part = Arrays.copyOfRange(goals, at, at + count);
            follower.process(part, count);
            System.arraycopy(part, 0, result, at, count);
            at += count;
        }
        return result;
    }

    private static double[] naive(double[] goals, double rate, double attackMs, double holdMs, double releaseMs,
                                  Ballistics ballistics) {
        double keepUp = StrictMath.exp(-1000 / (attackMs * rate));
        double keepDown = StrictMath.exp(-1000 / (releaseMs * rate));
        if (ballistics == Ballistics.DECOUPLED) {
            keepDown = StrictMath.exp(-1 / seriesConstant(attackMs * rate / 1000, releaseMs * rate / 1000));
        }
        long hold = Math.round(holdMs * rate / 1000);
        long lastRise = -hold - 1;
        double released = 0;
        double value = 0;
        double[] out = new double[goals.length];
        for (int i = 0; i < goals.length; i++) {
            double before = ballistics == Ballistics.DECOUPLED ? released : value;
            double after;
            if (goals[i] >= before) {
                lastRise = i;
                after = ballistics == Ballistics.DECOUPLED ? goals[i] : keepUp * before + (1 - keepUp) * goals[i];
            } else {
                after = i - lastRise <= hold ? before : keepDown * before + (1 - keepDown) * goals[i];
            }
            released = after;
            value = ballistics == Ballistics.DECOUPLED ? keepUp * value + (1 - keepUp) * released : after;
            out[i] = value;
        }
        return out;
    }

    /** The same condition, solved on its own. */
    private static double seriesConstant(double first, double wanted) {
        double low = 1e-3;
        double high = wanted;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double left = (middle * StrictMath.exp(-wanted / middle) - first * StrictMath.exp(-wanted / first))
                    / (middle - first);
            if (left > 1 / StrictMath.E) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    @Test
    void silenceLeavesNoTinyState() {
        for (Ballistics ballistics : Ballistics.values()) {
            AttackRelease follower = new AttackRelease(48_000, ballistics);
            follower.setTimes(0.1, 0, 1);
            settle(follower, 20, 1000);
            settle(follower, 0, 20_000);
            assertEquals(0.0, follower.value(), ballistics.toString());
            follower.reset();
            double[] first = {3};
            follower.process(first, 1);
            AttackRelease fresh = new AttackRelease(48_000, ballistics);
            fresh.setTimes(0.1, 0, 1);
            double[] same = {3};
            fresh.process(same, 1);
            assertEquals(same[0], first[0]);
        }
    }

    @Test
    void negativeTimesAreRefused() {
        AttackRelease follower = new AttackRelease(48_000);
        assertThrows(IllegalArgumentException.class, () -> follower.setTimes(-1, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> follower.setTimes(1, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new AttackRelease(0));
    }
}
