package io.arioso.dsp.filter;

/**
 * The poles or the zeros of a small digital filter as factors {@code 1 - sum/z + product/z²} and {@code 1 - root/z},
 * found from a squared magnitude in {@code x = sin²(ω/2)}: every root x maps to the z inside the unit circle of
 * {@code z² - (2 - 4x) z + 1 = 0}. No allocation after construction.
 */
final class ZPlaneFactors {
    private final PolynomialRoots roots;
    private final double[] real;
    private final double[] sum;
    private final double[] product;
    private int reals;
    private int pairs;

    ZPlaneFactors(int maxDegree) {
        roots = new PolynomialRoots(maxDegree);
        real = new double[maxDegree + 2];
        sum = new double[maxDegree];
        product = new double[maxDegree];
    }

    /**
     * Factors {@code c[0] + c[1] x + ...}.
     *
     * @return false when it changes its sign in 0 &lt; x &lt; 1, where a squared magnitude cannot
     */
    boolean fromX(double[] c, int degree) {
        reals = 0;
        pairs = 0;
        int found = roots.solve(c, degree);
        for (int i = 0; i < found; i++) {
            double x = roots.re[i];
            double y = roots.im[i];
            if (y == 0) {
                if (!(x <= 0 || x >= 1)) {
                    return false;
                }
                double half = 1 - 2 * x;
                double outside = half + Math.copySign(Math.sqrt(half * half - 1), half);
                addReal(1 / outside);
            } else {
                addComplex(1 - 2 * x, -2 * y);
                i++;
            }
        }
        return true;
    }

    /** Adds the pair of z inside the unit circle with (z + 1/z)/2 = h. */
    private void addComplex(double hRe, double hIm) {
        // z = 1 / (h + sqrt(h² - 1)), with the sign of the root that makes the divisor the larger.
        double sRe = hRe * hRe - hIm * hIm - 1;
        double sIm = 2 * hRe * hIm;
        double size = Math.sqrt(sRe * sRe + sIm * sIm);
        double rRe = Math.sqrt(Math.max(0, (size + sRe) / 2));
        double rIm = Math.copySign(Math.sqrt(Math.max(0, (size - sRe) / 2)), sIm);
        if (hRe * rRe + hIm * rIm < 0) {
            rRe = -rRe;
            rIm = -rIm;
        }
        double outRe = hRe + rRe;
        double outIm = hIm + rIm;
        double square = outRe * outRe + outIm * outIm;
        addPair(2 * outRe / square, 1 / square);
    }

    void addPair(double sum, double product) {
        this.sum[pairs] = sum;
        this.product[pairs] = product;
        pairs++;
    }

    /** Adds a real root; the list stays sorted, the one nearest to the unit circle first. */
    void addReal(double root) {
        int i = reals++;
        while (i > 0 && Math.abs(real[i - 1]) < Math.abs(root)) {
            real[i] = real[i - 1];
            i--;
        }
        real[i] = root;
    }

    /** Makes pairs of real roots until at most one is left, and puts the sharpest pair first. */
    private void complete() {
        int next = 0;
        while (reals - next >= 2) {
            addPair(real[next] + real[next + 1], real[next] * real[next + 1]);
            next += 2;
        }
        real[0] = next < reals ? real[next] : 0;
        reals -= next;
        for (int i = 1; i < pairs; i++) {
            if (product[i] > product[0]) {
                swap(i);
            }
        }
    }

    private void swap(int i) {
        double s = sum[0];
        double p = product[0];
        sum[0] = sum[i];
        product[0] = product[i];
        sum[i] = s;
        product[i] = p;
    }

    /**
     * Builds one or two biquads: the sharpest poles come first and take the zeros on the unit circle, if there are
     * any; else every pole pair takes the zeros nearest to it.
     */
    static void pair(ZPlaneFactors zeros, ZPlaneFactors poles, BiquadList into) {
        zeros.complete();
        poles.complete();
        if (zeros.pairs == 2 && poles.pairs == 2 && zeros.product[0] < 1
                && zeros.distance(1, poles, 0) + zeros.distance(0, poles, 1)
                < zeros.distance(0, poles, 0) + zeros.distance(1, poles, 1)) {
            zeros.swap(1);
        }
        int sections = Math.max(zeros.pairs + zeros.reals, poles.pairs + poles.reals);
        for (int i = 0; i < sections; i++) {
            into.add(1, -zeros.first(i), zeros.second(i), -poles.first(i), poles.second(i));
        }
    }

    private double first(int i) {
        return i < pairs ? sum[i] : i == pairs && reals > 0 ? real[0] : 0;
    }

    private double second(int i) {
        return i < pairs ? product[i] : 0;
    }

    private double distance(int i, ZPlaneFactors other, int k) {
        return Math.abs(sum[i] - other.sum[k]) + Math.abs(product[i] - other.product[k]);
    }
}
