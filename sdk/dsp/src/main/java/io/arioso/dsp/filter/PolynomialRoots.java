package io.arioso.dsp.filter;

/**
 * The roots of a real polynomial of low degree, by Laguerre's method with deflation and polishing on the undeflated
 * polynomial (Numerical Recipes, section 9.5). Complex roots come as exact conjugates, side by side.
 * Arithmetic and square roots only, hence the same bits everywhere; no allocation after construction.
 */
final class PolynomialRoots {
    private static final int MAX_STEPS = 60;
    private static final double EPS = 1e-15;

    final double[] re;
    final double[] im;
    private final double[] rest;
    private double rootRe;
    private double rootIm;

    PolynomialRoots(int maxDegree) {
        re = new double[maxDegree];
        im = new double[maxDegree];
        rest = new double[maxDegree + 1];
    }

    /**
     * Finds the roots of {@code c[0] + c[1] x + ... + c[degree] x^degree} and returns how many there are: fewer than
     * the degree when leading coefficients are zero.
     */
    int solve(double[] c, int degree) {
        while (degree > 0 && c[degree] == 0) {
            degree--;
        }
        System.arraycopy(c, 0, rest, 0, degree + 1);
        int found = 0;
        while (found < degree) {
            int left = degree - found;
            laguerre(rest, left, 0, 0);
            laguerre(c, degree, rootRe, rootIm);
            if (left == 1 || Math.abs(rootIm) <= 1e-12 * Math.abs(rootRe)) {
                re[found] = rootRe;
                im[found++] = 0;
                deflate(left, rootRe);
            } else {
                re[found] = rootRe;
                im[found++] = Math.abs(rootIm);
                re[found] = rootRe;
                im[found++] = -Math.abs(rootIm);
                deflate(left, rootRe, rootIm);
            }
        }
        return degree;
    }

    /** Improves a guess to a root, left in {@code rootRe, rootIm}. */
    private void laguerre(double[] c, int n, double guessRe, double guessIm) {
        double x = guessRe;
        double y = guessIm;
        for (int step = 0; step < MAX_STEPS; step++) {
            double pRe = c[n];
            double pIm = 0;
            double dRe = 0;
            double dIm = 0;
            double fRe = 0;
            double fIm = 0;
            double radius = Math.sqrt(x * x + y * y);
            double error = Math.abs(c[n]);
            for (int i = n - 1; i >= 0; i--) {
                double t = fRe * x - fIm * y + dRe;
                fIm = fRe * y + fIm * x + dIm;
                fRe = t;
                t = dRe * x - dIm * y + pRe;
                dIm = dRe * y + dIm * x + pIm;
                dRe = t;
                t = pRe * x - pIm * y + c[i];
                pIm = pRe * y + pIm * x;
                pRe = t;
                error = error * radius + Math.sqrt(pRe * pRe + pIm * pIm);
            }
            if (Math.sqrt(pRe * pRe + pIm * pIm) <= EPS * error) {
                break;
            }
            double size = pRe * pRe + pIm * pIm;
            double gRe = (dRe * pRe + dIm * pIm) / size;
            double gIm = (dIm * pRe - dRe * pIm) / size;
            double g2Re = gRe * gRe - gIm * gIm;
            double g2Im = 2 * gRe * gIm;
            double hRe = g2Re - 2 * (fRe * pRe + fIm * pIm) / size;
            double hIm = g2Im - 2 * (fIm * pRe - fRe * pIm) / size;
            double sRe = (n - 1) * (n * hRe - g2Re);
            double sIm = (n - 1) * (n * hIm - g2Im);
            double length = Math.sqrt(sRe * sRe + sIm * sIm);
            double qRe = Math.sqrt(Math.max(0, (length + sRe) / 2));
            double qIm = Math.copySign(Math.sqrt(Math.max(0, (length - sRe) / 2)), sIm);
            boolean plus = gRe * qRe + gIm * qIm >= 0;
            double bRe = plus ? gRe + qRe : gRe - qRe;
            double bIm = plus ? gIm + qIm : gIm - qIm;
            double b = bRe * bRe + bIm * bIm;
            double newX = b > 0 ? x - n * bRe / b : x + 1 + radius;
            double newY = b > 0 ? y + n * bIm / b : y;
            if (newX == x && newY == y) {
                break;
            }
            x = newX;
            y = newY;
        }
        rootRe = x;
        rootIm = y;
    }

    private void deflate(int degree, double root) {
        double carry = rest[degree];
        for (int i = degree - 1; i >= 0; i--) {
            double next = rest[i] + carry * root;
            rest[i] = carry;
            carry = next;
        }
    }

    /** Divides by x² - 2 re x + re² + im². */
    private void deflate(int degree, double re, double im) {
        double p = 2 * re;
        double q = -(re * re + im * im);
        double high = 0;
        double low = 0;
        for (int i = degree; i >= 2; i--) {
            double quotient = rest[i] + p * low + q * high;
            high = low;
            low = quotient;
            rest[i] = quotient;
        }
        System.arraycopy(rest, 2, rest, 0, degree - 1);
    }
}
