package io.arioso.dsp.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZeroPhaseTransformTest {

    @ParameterizedTest
    @CsvSource({"8, 4", "1024, 128", "16384, 2048", "65536, 30"})
    void itIsTheSumOfCosines(int grid, int points) {
        Random random = new Random(3);
        double[] magnitude = random.doubles(grid / 2 + 1).toArray();
        ZeroPhaseTransform transform = new ZeroPhaseTransform(grid, points);
        for (int again = 0; again < 2; again++) {
            transform.begin(magnitude);
            boolean complete = transform.step();
            while (!complete) {
                complete = transform.step();
            }
            for (int n = 0; n < points; n += 1 + points / 40) {
                assertEquals(naive(magnitude, grid, n), transform.response()[n], 1e-11, "point " + n);
            }
        }
    }

    private static double naive(double[] magnitude, int grid, int n) {
        double sum = magnitude[0] + (n % 2 == 0 ? magnitude[grid / 2] : -magnitude[grid / 2]);
        for (int k = 1; k < grid / 2; k++) {
            sum += 2 * magnitude[k] * Math.cos(2 * Math.PI * ((long) k * n % grid) / grid);
        }
        return sum / grid;
    }

    @Test
    void theTransformIsTheNaiveOne() {
        int size = 64;
        Random random = new Random(4);
        double[] re = random.doubles(size).toArray();
        double[] im = random.doubles(size).toArray();
        double[] x = re.clone();
        double[] y = im.clone();
        new FourierTransform(size).inverse(re, im);
        for (int n = 0; n < size; n++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int k = 0; k < size; k++) {
                double angle = 2 * Math.PI * n * k / size;
                sumRe += x[k] * Math.cos(angle) - y[k] * Math.sin(angle);
                sumIm += x[k] * Math.sin(angle) + y[k] * Math.cos(angle);
            }
            assertEquals(sumRe, re[n], 1e-12);
            assertEquals(sumIm, im[n], 1e-12);
        }
        assertThrows(IllegalArgumentException.class, () -> new FourierTransform(48));
    }
}
