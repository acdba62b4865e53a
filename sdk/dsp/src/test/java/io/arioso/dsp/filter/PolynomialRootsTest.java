package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PolynomialRootsTest {
    private final PolynomialRoots roots = new PolynomialRoots(4);

    @Test
    void findsWhatThePolynomialWasMadeOf() {
        long seed = 4;
        Random random = new Random(seed);
        for (int n = 0; n < 2000; n++) {
            double re = 4 * random.nextDouble() - 2;
            double im = random.nextDouble() + 0.01;
            double one = -random.nextDouble();
            double other = 1.5 + random.nextDouble();
            double[] pair = {re * re + im * im, -2 * re, 1};
            double[] reals = {one * other, -one - other, 1};
            double[] c = {pair[0] * reals[0], pair[0] * reals[1] + pair[1] * reals[0],
                pair[0] + pair[1] * reals[1] + reals[0], pair[1] + reals[1], 1};
            assertEquals(4, roots.solve(c, 4));
            String where = "seed " + seed + ", polynomial " + n;
            assertEquals(0, nearest(re, im), 1e-8, where);
            assertEquals(0, nearest(re, -im), 1e-8, where);
            assertEquals(0, nearest(one, 0), 1e-8, where);
            assertEquals(0, nearest(other, 0), 1e-8, where);
        }
    }

    @Test
    void dropsLeadingZeros() {
        assertEquals(1, roots.solve(new double[] {-6, 3, 0, 0, 0}, 4));
        assertEquals(2, roots.re[0], 1e-15);
        assertEquals(0, roots.solve(new double[] {5, 0, 0, 0, 0}, 4));
    }

    private double nearest(double re, double im) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            nearest = Math.min(nearest, Math.hypot(roots.re[i] - re, roots.im[i] - im));
        }
        return nearest;
    }
}
