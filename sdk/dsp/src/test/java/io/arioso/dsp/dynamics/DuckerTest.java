package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The ducker and, of the same shape, the gate. */
class DuckerTest {
    private static final int RATE = 48_000;
    private static final double LEFT = 1 / StrictMath.E;

    /** Silence, a second of tone from frame {@code RATE} on, silence. */
    private static float[][] burst(double peak) {
        float[] tone = Signals.sine(RATE, 1000.0 / RATE, 0, peak);
        float[] key = new float[4 * RATE];
        System.arraycopy(tone, 0, key, RATE, RATE);
        return new float[][] {new float[key.length], key};
    }

    private static double[] db(float[] gains) {
        double[] db = new double[gains.length];
        Arrays.setAll(db, i -> 20 * StrictMath.log10(gains[i]));
        return db;
    }

    @Test
    void ducksByItsAmountInItsTimes() {
        Ducker ducker = new Ducker(RATE);
        ducker.setThresholdDb(-30);
        ducker.setAmountDb(8);
        ducker.setTimes(20, 300);
        float[] gains = new float[4 * RATE];
        ducker.process(burst(0.5), 0, gains.length, gains);
        double[] db = db(gains);
        assertEquals(0, db[RATE - 1]);
        assertEquals(-8, db[2 * RATE - 1], 0.01);
        assertEquals(-8 * (1 - LEFT), db[RATE + 960 + 12], 0.1, "after the attack");
        assertEquals(-8 * LEFT, db[2 * RATE + 14_400], 8 * LEFT * 0.02, "after the release");
        assertEquals(-8 * StrictMath.exp(-2 / 0.3), db[gains.length - 1], 2e-3);
    }

    @Test
    void ducksByTheExcessWhereThatIsLess() {
        Ducker ducker = new Ducker(RATE);
        ducker.setThresholdDb(-20);
        ducker.setAmountDb(24);
        float[] gains = new float[4 * RATE];
        ducker.process(burst(0.5), 0, gains.length, gains);
        assertEquals(-20 - 20 * StrictMath.log10(0.5), db(gains)[2 * RATE - 1], 0.05);
        ducker.setAmountDb(0);
        ducker.reset();
        ducker.process(burst(0.5), 0, gains.length, gains);
        for (float gain : gains) {
            assertEquals(1f, gain);
        }
    }

    @Test
    void atTheThresholdItDucksByAnEighthOfItsKneeOfSixDecibels() {
        Ducker ducker = new Ducker(RATE);
        ducker.setThresholdDb(20 * StrictMath.log10(0.1));
        ducker.setAmountDb(24);
        float[] gains = new float[4 * RATE];
        ducker.process(burst(0.1), 0, gains.length, gains);
        assertEquals(-0.75, db(gains)[2 * RATE - 1], 0.02);
        ducker.reset();
        ducker.process(burst(0.1 * StrictMath.pow(10, -3.1 / 20)), 0, gains.length, gains);
        assertEquals(0, db(gains)[2 * RATE - 1], 1e-6);
    }

    @Test
    void theGateOpensHoldsAndCloses() {
        Gate gate = new Gate(RATE);
        gate.setThresholdDb(-24);
        gate.setAmountDb(40);
        gate.setTimes(5, 50, 100);
        float[] gains = new float[4 * RATE];
        gate.process(burst(0.5), 0, gains.length, gains);
        double[] db = db(gains);
        assertEquals(-40, db[RATE - 1], 1e-3);
        assertEquals(-40 * LEFT, db[RATE + 240], 0.5, "after the attack");
        assertEquals(0, db[2 * RATE + 2400], 1e-3, "still held after 50 ms");
        assertEquals(-40 * (1 - LEFT), db[2 * RATE + 2400 + 4800], 0.4, "after hold and release");
        assertEquals(-40, db[gains.length - 1], 1e-3);
    }

    @Test
    void theGateDoesNotChatterBetweenItsThresholds() {
        Gate gate = new Gate(RATE);
        gate.setThresholdDb(-24);
        gate.setTimes(1, 0, 10);
        float[] key = Signals.sine(RATE, 1000.0 / RATE, 0, 1);
        for (int i = 0; i < RATE; i++) {
            key[i] *= (float) FastDecibels.toGain(i < 1000 ? -23 : -26 + StrictMath.sin(i / 900.0));
        }
        float[] gains = new float[RATE];
        gate.process(new float[][] {key}, 0, RATE, gains);
        for (int i = 1000; i < RATE; i++) {
            assertTrue(gains[i] > 0.9f, "closes at frame " + i);
        }
    }

    @Test
    void blocksDoNotChangeABit() {
        float[][] key = {Signals.gaussian(6000, 31, 0.1), Signals.gaussian(6000, 32, 0.1)};
        for (int i = 2000; i < 4000; i++) {
            key[0][i] = 0;
            key[1][i] = 0;
        }
        float[] ducked = new float[6000];
        float[] gated = new float[6000];
        new Ducker(RATE).process(key, 0, 6000, ducked);
        new Gate(RATE).process(key, 0, 6000, gated);
        for (int[] split : Signals.splits(6000, 5)) {
            Ducker ducker = new Ducker(RATE);
            Gate gate = new Gate(RATE);
            float[] part = new float[6000];
            for (int at = 0, block = 0; at < 6000; block++) {
                int count = Math.min(6000 - at, split[block % split.length]);
                ducker.process(key, at, count, part);
                for (int i = 0; i < count; i++) {
                    assertEquals(ducked[at + i], part[i], "ducker, first block " + split[0]);
                }
                gate.process(key, at, count, part);
                for (int i = 0; i < count; i++) {
                    assertEquals(gated[at + i], part[i], "gate, first block " + split[0]);
                }
                at += count;
            }
        }
    }
}
