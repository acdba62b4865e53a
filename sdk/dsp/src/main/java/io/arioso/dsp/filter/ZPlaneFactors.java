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

    /** Makes pairs of real roots until at most one is left. */
    private void complete() {
        int next = 0;
        while (reals - next >= 2) {
            addPair(real[next] + real[next + 1], real[next] * real[next + 1]);
            next += 2;
        }
        real[0] = next < reals ? real[next] : 0;
        reals -= next;
    }

    /** Puts the pair that is nearest to a given one first. */
    private void lead(double wantedSum, double wantedProduct) {
        if (pairs == 2 && Math.abs(sum[1] - wantedSum) + Math.abs(product[1] - wantedProduct)
                < Math.abs(sum[0] - wantedSum) + Math.abs(product[0] - wantedProduct)) {
            double s = sum[0];
            double p = product[0];
            sum[0] = sum[1];
            product[0] = product[1];
            sum[1] = s;
            product[1] = p;
        }
    }

    /**
     * Builds one or two biquads. The first takes the poles and the zeros that are nearest to those of a model, so that
     * designs of neighbouring settings have like biquads at like places; what is left corrects it.
     */
    static void pair(ZPlaneFactors zeros, ZPlaneFactors poles, BiquadList model, BiquadList into) {
        zeros.complete();
        poles.complete();
        zeros.lead(-model.b1[0] / model.b0[0], model.b2[0] / model.b0[0]);
        poles.lead(-model.a1[0], model.a2[0]);
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
}
