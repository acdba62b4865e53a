package io.arioso.dsp.delay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionalReaderTest {
    private static final int LENGTH = 6000;
    private static final int CAPACITY = 3000;
    private static final KaiserWindow KAISER = new KaiserWindow(7);

    private final FractionalReader reader = new FractionalReader();

    @Test
    void aWholeDelayIsACopy() {
        float[] x = noise(1);
        float[] y = delayed(x, 100, 64);
        assertArrayEquals(Arrays.copyOf(x, LENGTH - 100), Arrays.copyOfRange(y, 100, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, 9.001, 17.5, 100.25, 999.999, 2000.123456})
    void readsAsTheExactWindowedSincDoes(double delay) {
        float[] x = noise(2);
        float[] still = delayed(x, delay, 1000);
        float[] moving = delayedByMovingRead(x, delay, 1000);
        for (int i = 0; i < LENGTH; i++) {
            double exact = naive(x, i, delay);
            assertEquals(exact, still[i], 4e-5, "still, frame " + i);
            assertEquals(exact, moving[i], 4e-5, "moving, frame " + i);
        }
    }

    /** The definition, with taps for exactly this place. */
    private static double naive(float[] x, int frame, double delay) {
        int whole = (int) Math.ceil(delay);
        double[] taps = PolyphaseFilter.design(whole - delay, 16, 0.5, KAISER);
        double sum = 0;
        for (int k = 0; k < 16; k++) {
            int at = frame - whole - 7 + k;
            sum += at < 0 ? 0 : taps[k] * x[at];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2.9, 3, 3.7, 8.99, 10.3, 700.77})
    void isExactInTimeToAHundredthOfAFrame(double delay) {
        float[] impulse = new float[LENGTH];
        impulse[10] = 1;
        float[] response = delayed(impulse, delay, 32);
        double turn = 2 * StrictMath.PI * 0.004;
        double re = 0;
        double im = 0;
        for (int i = 0; i < LENGTH; i++) {
            re += response[i] * StrictMath.cos(turn * (i - 10 - delay));
            im += response[i] * StrictMath.sin(turn * (i - 10 - delay));
        }
        assertEquals(0, StrictMath.atan2(im, re) / turn, 0.01);
    }

    @Test
    void losesLittleAtTheTop() {
        double[] hertz = {10_000, 15_000, 18_000};
        double[] bound = {0.005, 0.02, 0.08};
        for (int k = 0; k < hertz.length; k++) {
            float[] sine = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                sine[i] = (float) StrictMath.sin(2 * StrictMath.PI * hertz[k] / 48_000 * i);
            }
            float[] read = delayed(sine, 50.5, 32);
            double in = 0;
            double out = 0;
            for (int i = 1000; i < LENGTH; i++) {
                in += sine[i] * sine[i];
                out += read[i] * read[i];
            }
            assertEquals(0, 10 * StrictMath.log10(out / in), bound[k], hertz[k] + " Hz");
        }
    }

    @Test
    void anySplitOfAMovingReadGivesTheSameBits() {
        long seed = 5;
        float[] x = noise(3);
        double[] delays = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            delays[i] = 300 + 290 * StrictMath.sin(i * 0.01);
        }
        float[] one = read(x, delays, new Random(seed), 1);
        float[] many = read(x, delays, new Random(seed), 400);
        assertArrayEquals(one, many, "seed " + seed);
    }

    @Test
    void aReadThatJumpsFurtherThanItsWindowIsStillRight() {
        float[] x = noise(4);
        double[] delays = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            delays[i] = i % 2 == 0 ? 2900.5 : 400.25;
        }
        float[] read = read(x, delays, new Random(1), 300);
        for (int i = 0; i < LENGTH; i++) {
            assertEquals(naive(x, i, delays[i]), read[i], 4e-5, "frame " + i);
        }
    }

    @Test
    void hermiteFollowsACubicAndSplitsAnywhere() {
        float[] x = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double t = i / 3000.0 - 1;
            x[i] = (float) (t * t - t);
        }
        double[] delays = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            delays[i] = 20 + 15 * StrictMath.cos(i * 0.003);
        }
        HermiteReader hermite = new HermiteReader();
        float[][] results = new float[2][LENGTH];
        for (int run = 0; run < 2; run++) {
            DelayLine line = new DelayLine(CAPACITY);
            for (int done = 0; done < LENGTH; ) {
                int count = run == 0 ? 1 : 3;
                hermite.read(line, Arrays.copyOfRange(delays, done, done + count), results[run], done, count);
                line.write(x, done, count);
                done += count;
            }
        }
        assertArrayEquals(results[0], results[1]);
        for (int i = 100; i < LENGTH; i++) {
            double t = (i - delays[i]) / 3000.0 - 1;
            assertEquals(t * t - t, results[0][i], 1e-6, "frame " + i);
        }
    }

    @Test
    void readsAheadExactlyAsFarAsItSays() {
        assertEquals(1, FractionalReader.framesAhead(1));
        assertEquals(1, FractionalReader.framesAhead(3));
        assertEquals(1, FractionalReader.framesAhead(9));
        assertEquals(2, FractionalReader.framesAhead(10.5));
        assertTrue(FractionalReader.framesAhead(8.9) == 6 && HermiteReader.framesAhead(3.5) == 1);
    }

    private float[] delayed(float[] x, double delay, int longest) {
        DelayLine line = new DelayLine(CAPACITY);
        float[] y = new float[x.length];
        for (int done = 0; done < x.length; ) {
            int count = Math.min(Math.min(longest, x.length - done), FractionalReader.framesAhead(delay));
            reader.read(line, delay, y, done, count);
            line.write(x, done, count);
            done += count;
        }
        return y;
    }

    private float[] delayedByMovingRead(float[] x, double delay, int longest) {
        double[] delays = new double[x.length];
        Arrays.fill(delays, delay);
        return read(x, delays, new Random(9), longest);
    }

    private float[] read(float[] x, double[] delays, Random sizes, int longest) {
        DelayLine line = new DelayLine(CAPACITY);
        float[] y = new float[x.length];
        for (int done = 0; done < x.length; ) {
            int count = Math.min(1 + sizes.nextInt(longest), x.length - done);
            for (int i = 0; i < count; i++) {
                if (FractionalReader.framesAhead(delays[done + i]) <= i) {
                    count = i;
                }
            }
            reader.read(line, Arrays.copyOfRange(delays, done, done + count), y, done, count);
            line.write(x, done, count);
            done += count;
        }
        return y;
    }

    private static float[] noise(long seed) {
        Random random = new Random(seed);
        float[] x = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            x[i] = 2 * random.nextFloat() - 1;
        }
        return x;
    }
}
