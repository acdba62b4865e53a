package io.arioso.dsp.delay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What moves delays: the oscillator and the smoothed noise. */
class SlowMotionTest {

    @Test
    void theSineIsASine() {
        for (double t = 0; t <= 1; t += 1.0 / 4096) {
            assertEquals(StrictMath.sin(2 * StrictMath.PI * t), Lfo.sine(t), 1e-10, "at " + t);
        }
    }

    @Test
    void theOscillatorKeepsItsRateForAnHour() {
        Lfo lfo = new Lfo(1000, 0.25);
        lfo.setRate(0.3);
        double[] values = new double[3_600_000];
        lfo.fill(values, values.length);
        int i = values.length - 1;
        assertEquals(StrictMath.cos(2 * StrictMath.PI * 0.3 * i / 1000), values[i], 1e-6);
    }

    @Test
    void anySplitGivesTheSameBitsAndResetBeginsAnew() {
        Lfo lfo = new Lfo(48_000, 0.1);
        lfo.setRate(3.3);
        SlowRandom random = new SlowRandom(48_000, 7);
        random.setRate(50);
        double[][] whole = new double[2][5000];
        lfo.fill(whole[0], 5000);
        random.fill(whole[1], 5000);
        lfo.reset();
        random.reset();
        double[] part = new double[5000];
        for (int at = 0, size = 1; at < 5000; at += size, size = Math.min(size * 3 % 701 + 1, 5000 - at)) {
            lfo.fill(part, size);
            for (int i = 0; i < size; i++) {
                assertEquals(whole[0][at + i], part[i]);
            }
            random.fill(part, size);
            for (int i = 0; i < size; i++) {
                assertEquals(whole[1][at + i], part[i]);
            }
        }
    }

    @Test
    void theNoiseStaysInBoundsAndNeverBendsSuddenly() {
        SlowRandom random = new SlowRandom(1000, 3);
        random.setRate(10);
        double[] x = new double[200_000];
        random.fill(x, x.length);
        double sum = 0;
        double square = 0;
        for (int i = 3; i < x.length; i++) {
            assertTrue(Math.abs(x[i]) <= 1);
            // A cubic of unit points whose steps are a hundredth: no second difference above 4 / 100², whatever falls.
            assertTrue(Math.abs(x[i] - 2 * x[i - 1] + x[i - 2]) <= 4.001e-4, "bend at " + i);
            assertTrue(Math.abs(x[i] - 3 * x[i - 1] + 3 * x[i - 2] - x[i - 3]) <= 8.001e-6, "kink at " + i);
            sum += x[i];
            square += x[i] * x[i];
        }
        assertEquals(0, sum / x.length, 0.05);
        // Variance of a uniform point, 1/3, times the mean square weight of the spline, 151/315.
        assertEquals(151.0 / 945, square / x.length, 0.01);
    }

    @Test
    void otherSeedsGiveOtherNoise() {
        double[] one = new double[100];
        double[] other = new double[100];
        new SlowRandom(100, 1).fill(one, 100);
        new SlowRandom(100, 2).fill(other, 100);
        assertTrue(one[50] != other[50]);
        double[] again = new double[100];
        new SlowRandom(100, 1).fill(again, 100);
        assertArrayEquals(one, again);
    }

    @Test
    void refusesImpossibleRates() {
        assertThrows(IllegalArgumentException.class, () -> new Lfo(100, 0).setRate(51));
        assertThrows(IllegalArgumentException.class, () -> new Lfo(100, 1));
        assertThrows(IllegalArgumentException.class, () -> new SlowRandom(100, 0).setRate(-1));
    }
}
