package io.arioso.dsp.filter;

/** The textbook difference equation, one section after the other, one sample at a time: the oracle of the kernels. */
final class NaiveBiquads {
    private NaiveBiquads() {
    }

    static double[] run(BiquadList sections, double[] input) {
        double[] x = input.clone();
        for (int s = 0; s < sections.size(); s++) {
            double[] c = sections.section(s);
            double[] y = new double[x.length];
            for (int n = 0; n < x.length; n++) {
                y[n] = c[0] * x[n] + c[1] * at(x, n - 1) + c[2] * at(x, n - 2)
                        - c[3] * at(y, n - 1) - c[4] * at(y, n - 2);
            }
            x = y;
        }
        return x;
    }

    private static double at(double[] x, int n) {
        return n < 0 ? 0 : x[n];
    }
}
