package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FastDecibelsTest {
    private static final int DRAWS = 200_000;

    @Test
    void decibelsOfAGainAreRightWithinThreeMillionths() {
        Random random = new Random(1);
        for (int i = 0; i < DRAWS; i++) {
            double gain = StrictMath.pow(10, -10 + 16 * random.nextDouble());
            double exact = 20 * StrictMath.log10(gain);
            assertEquals(exact, FastDecibels.toDb(gain), 3e-6, "gain " + gain);
            assertEquals(exact, FastDecibels.toDb(-gain), 3e-6, "gain " + -gain);
            assertEquals(exact / 2, FastDecibels.powerToDb(gain), 3e-6, "power " + gain);
        }
    }

    @Test
    void gainsOfDecibelsAreRightWithinTwoMillionths() {
        Random random = new Random(2);
        for (int i = 0; i < DRAWS; i++) {
            double db = -400 + 600 * random.nextDouble();
            assertEquals(db, 20 * StrictMath.log10(FastDecibels.toGain(db)), 2e-6, "decibels " + db);
        }
    }

    @Test
    void theNeutralValuesAreExact() {
        assertEquals(1.0, FastDecibels.toGain(0));
        assertEquals(1.0, FastDecibels.toGain(-0.0));
        assertEquals(0.0, FastDecibels.toDb(1));
        assertEquals(0.0, FastDecibels.powerToDb(1));
    }

    @Test
    void bothRiseAcrossTheirSeams() {
        double lastDb = Double.NEGATIVE_INFINITY;
        double lastGain = 0;
        for (int i = -2000; i <= 2000; i++) {
            double db = FastDecibels.toDb(1 + i * 1e-9);
            assertTrue(db >= lastDb, "at gain 1 + " + i + "e-9");
            lastDb = db;
            double gain = FastDecibels.toGain(20 * StrictMath.log10(2) + i * 1e-8);
            assertTrue(gain >= lastGain, "at " + i + "e-8 dB above an octave");
            lastGain = gain;
        }
        lastDb = Double.NEGATIVE_INFINITY;
        for (double gain = 1e-10; gain < 1e10; gain *= 1.0001) {
            double db = FastDecibels.toDb(gain);
            assertTrue(db > lastDb, "at gain " + gain);
            lastDb = db;
        }
    }

    @Test
    void nothingGivesAnythingThatIsNotFinite() {
        double[] strange = {0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NaN};
        for (double value : strange) {
            assertTrue(Double.isFinite(FastDecibels.toDb(value)), "level of " + value);
            assertTrue(Double.isFinite(FastDecibels.powerToDb(value)), "level of the power " + value);
            assertTrue(Double.isFinite(FastDecibels.toGain(value)), "gain of " + value);
        }
        assertEquals(FastDecibels.FLOOR_DB, FastDecibels.toDb(0), 1e-5);
        assertEquals(FastDecibels.FLOOR_DB, FastDecibels.powerToDb(Double.NaN), 1e-5);
    }

    @Test
    void arraysGiveTheSameBits() {
        double[] powers = {0, 1e-3, 0.5, 1, 7};
        double[] db = powers.clone();
        FastDecibels.powerToDb(db, 5);
        float[] gains = new float[5];
        FastDecibels.toGain(db, gains, 5);
        for (int i = 0; i < 5; i++) {
            assertEquals(FastDecibels.powerToDb(powers[i]), db[i]);
            assertEquals((float) FastDecibels.toGain(db[i]), gains[i]);
        }
    }
}
