package io.arioso.dsp.delay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllpassDiffuserTest {
    private static final int[] LENGTHS = {31, 19, 13, 7};

    /** One sample at a time, as the books draw it. */
    private static final class NaiveNest {
        private final float[][] rings = new float[LENGTHS.length][];
        private final int[] at = new int[LENGTHS.length];

        NaiveNest() {
            for (int i = 0; i < LENGTHS.length; i++) {
                rings[i] = new float[LENGTHS[i]];
            }
        }

        float next(float x, int level, float g) {
            if (level == LENGTHS.length) {
                return x;
            }
            float u = next(rings[level][at[level]], level + 1, g);
            float w = x + g * u;
            rings[level][at[level]] = w;
            at[level] = (at[level] + 1) % LENGTHS[level];
            return u - g * w;
        }
    }

    @Test
    void isTheNestInTheBooks() {
        long seed = 31;
        Random random = new Random(seed);
        float[] x = noise(random, 3000);
        float[] y = x.clone();
        AllpassDiffuser diffuser = new AllpassDiffuser(LENGTHS);
        for (int done = 0; done < x.length; ) {
            int count = Math.min(x.length - done, 1 + random.nextInt(200));
            diffuser.process(y, done, count, filled(200, 0.6f));
            done += count;
        }
        NaiveNest naive = new NaiveNest();
        for (int i = 0; i < x.length; i++) {
            assertEquals(naive.next(x[i], 0, 0.6f), y[i], 1e-12, "frame " + i + ", seed " + seed);
        }
    }

    @Test
    void withoutGainItOnlyDelays() {
        float[] x = noise(new Random(1), 1000);
        float[] y = x.clone();
        AllpassDiffuser diffuser = new AllpassDiffuser(LENGTHS);
        diffuser.process(y, 0, 1000, new float[1000]);
        assertEquals(70, diffuser.delayFrames());
        assertArrayEquals(Arrays.copyOf(x, 930), Arrays.copyOfRange(y, 70, 1000));
    }

    @Test
    void everyFrequencyPassesAndTheCentreOfTimeStays() {
        float[] y = new float[1 << 15];
        y[0] = 1;
        AllpassDiffuser diffuser = new AllpassDiffuser(LENGTHS);
        diffuser.process(y, 0, y.length, filled(y.length, 0.5f));
        for (double turn = 0.01; turn < 3.1; turn += 0.0371) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < y.length; i++) {
                re += y[i] * StrictMath.cos(turn * i);
                im += y[i] * StrictMath.sin(turn * i);
            }
            assertEquals(1, re * re + im * im, 1e-4, "at " + turn);
        }
        double centre = 0;
        for (int i = 0; i < y.length; i++) {
            centre += (double) i * y[i] * y[i];
        }
        assertEquals(70, centre, 0.1);
    }

    @Test
    void silenceComesToExactZero() {
        float[] y = new float[100_000];
        y[0] = 1;
        new AllpassDiffuser(LENGTHS).process(y, 0, y.length, filled(y.length, 0.5f));
        assertEquals(0f, y[99_999]);
    }

    private static float[] filled(int length, float value) {
        float[] gains = new float[length];
        Arrays.fill(gains, value);
        return gains;
    }

    private static float[] noise(Random random, int frames) {
        float[] x = new float[frames];
        for (int i = 0; i < frames; i++) {
            x[i] = random.nextFloat() - 0.5f;
        }
        return x;
    }
}
