package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.dsp.dynamics.GainCurve.Direction;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GainCurveTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @EnumSource(Direction.class)
    void followsTheTextbookForAnySettings(Direction direction) {
        Random random = new Random(7);
        for (int draw = 0; draw < 500; draw++) {
            double threshold = -60 * random.nextDouble();
            double ratio = 1 + 30 * random.nextDouble();
            double knee = draw % 4 == 0 ? 0 : 48 * random.nextDouble();
            double range = draw % 3 == 0 ? INFINITE : 60 * random.nextDouble();
            GainCurve curve = new GainCurve();
            curve.set(direction, threshold, ratio, knee, range);
            double[] levels = random.doubles(200, -120, 12).toArray();
            double[] gains = levels.clone();
            curve.process(gains, gains.length);
            for (int i = 0; i < levels.length; i++) {
                double expected = output(direction, levels[i], threshold, ratio, knee) - levels[i];
                double clamped = Math.max(-range, Math.min(range, expected));
                String what = direction + " at " + levels[i] + " dB, threshold " + threshold + ", ratio " + ratio
                        + ", knee " + knee + ", range " + range;
                assertEquals(clamped, gains[i], 1e-9, what);
                assertEquals(gains[i], curve.gainDb(levels[i]), what);
            }
        }
    }

    /** Giannoulis, Massberg and Reiss, equation 4; below the threshold it is turned over. */
    private static double output(Direction direction, double x, double threshold, double ratio, double knee) {
        return switch (direction) {
            case DOWN -> textbook(x, threshold, 1 / ratio, knee);
            case LIMIT -> textbook(x, threshold, 0, knee);
            case UP -> -textbook(-x, -threshold, 1 / ratio, knee);
            case EXPAND -> -textbook(-x, -threshold, ratio, knee);
            case GATE -> -textbook(-x, -threshold, 100, knee);
        };
    }

    private static double textbook(double x, double t, double slope, double w) {
        if (2 * (x - t) < -w) {
            return x;
        }
        if (2 * Math.abs(x - t) <= w && w > 0) {
            return x + (slope - 1) * (x - t + w / 2) * (x - t + w / 2) / (2 * w);
        }
        return t + (x - t) * slope;
    }

    @Test
    void ratioOneAndRangeZeroChangeNothingAtAll() {
        GainCurve curve = new GainCurve();
        for (Direction direction : new Direction[] {Direction.DOWN, Direction.UP, Direction.EXPAND}) {
            curve.set(direction, -30, 1, 12, INFINITE);
            for (double level = -200; level < 40; level += 0.7) {
                assertEquals(1.0, FastDecibels.toGain(curve.gainDb(level)), direction + " at " + level);
            }
        }
        curve.set(Direction.DOWN, -30, 8, 12, 0);
        assertEquals(0.0, Math.abs(curve.gainDb(0)));
    }

    @Test
    void anInfiniteRatioIsALimiter() {
        GainCurve curve = new GainCurve();
        curve.set(Direction.DOWN, -10, INFINITE, 0, INFINITE);
        assertEquals(-15, curve.gainDb(5), 1e-12);
        curve.set(Direction.EXPAND, -10, INFINITE, 0, 80);
        assertEquals(0, curve.gainDb(-10), 1e-12);
        assertEquals(-80, curve.gainDb(-20), 1e-12);
    }

    @Test
    void theFreeCurvePassesItsThreePoints() {
        GainCurve curve = new GainCurve();
        curve.setFree(-60, -50, -30, -25, -10, -18, 0, INFINITE);
        assertEquals(-50, -60 + curve.gainDb(-60), 1e-12);
        assertEquals(-25, -30 + curve.gainDb(-30), 1e-12);
        assertEquals(-18, -10 + curve.gainDb(-10), 1e-12);
        assertEquals(10, curve.gainDb(-100), 1e-12, "below the first point the gain stays");
        assertEquals(-18 + 20 * 7 / 20.0, 10 + curve.gainDb(10), 1e-12, "the last line goes on");
        double[] levels = {-100, -60, -45, -30, -20, -10, 10};
        double[] gains = levels.clone();
        curve.process(gains, gains.length);
        for (int i = 0; i < levels.length; i++) {
            assertEquals(curve.gainDb(levels[i]), gains[i]);
        }
        curve.setFree(-30, -30, -30, -20, -30, -10, 0, 24);
        assertEquals(24, curve.gainDb(6), 1e-12, "points above each other are drawn apart, the range holds");
    }

    @Test
    void impossibleCurvesAreRefused() {
        GainCurve curve = new GainCurve();
        assertThrows(IllegalArgumentException.class, () -> curve.set(Direction.DOWN, 0, 0.5, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> curve.set(Direction.DOWN, 0, 2, -1, 10));
        assertThrows(IllegalArgumentException.class, () -> curve.set(Direction.DOWN, 0, 2, 0, Double.NaN));
    }
}
