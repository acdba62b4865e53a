package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The bell of +12 dB, Q 1 at 10 kHz and 48 kHz against an independent computation in another language. */
class MagnitudeFitGoldenTest {

    @Test
    void thirdOrderHasTheKnownCoefficients() {
        assertFit(3, 0.0259,
                new double[] {1.928091765556, 0.218036345470, -0.490454071541, 0.065263833883, 0},
                new double[] {1, 0.148407464610, 0.273777033697, 0.299856055289, 0});
    }

    @Test
    void fourthOrderHasTheKnownCoefficients() {
        assertFit(4, 0.0030,
                new double[] {1.927293476167, 1.297122865715, -0.469709979851, -0.168457015757, 0.042033638912},
                new double[] {1, 0.708104745349, 0.304516788409, 0.472627486563, 0.143222919613});
    }

    private static void assertFit(int order, double errorDb, double[] b, double[] a) {
        AnalogPrototype bell = new AnalogPrototype();
        bell.set(FilterShape.BELL, 10_000, 12, 1, 12);
        FitNodes nodes = new FitNodes();
        nodes.place(bell, 0, 48_000);
        BiquadList plain = new BiquadList(1);
        BiquadDesign.bilinear(bell, 48_000, plain);
        BiquadList design = new BiquadList(2);
        assertTrue(new MagnitudeFit().fit(nodes, order, 0, 0, plain, design));
        double[] first = design.section(0);
        double[] second = design.section(1);
        assertArrayEquals(b, product(first[0], first[1], first[2], second[0], second[1], second[2]), 1e-9);
        assertArrayEquals(a, product(1, first[3], first[4], 1, second[3], second[4]), 1e-9);
        assertEquals(0, nodes.errorDb(design), errorDb);
    }

    private static double[] product(double a0, double a1, double a2, double b0, double b1, double b2) {
        return new double[] {a0 * b0, a0 * b1 + a1 * b0, a0 * b2 + a1 * b1 + a2 * b0, a1 * b2 + a2 * b1, a2 * b2};
    }
}
