package io.arioso.dsp.filter;

/**
 * The roots of q (s + 1/s) = p for a conjugate pair p: a pair outside the unit circle, and its reciprocal. No
 * allocation after construction.
 */
final class ReciprocalPairs {
    double radiusSquared;
    double damping;

    /** Solves for p = radius (-cosine ± j sine) and keeps the pair outside as s² + damping s + radiusSquared. */
    void split(double radius, double cosine, double q) {
        double re = -radius * cosine / q;
        double im = radius * Math.sqrt(1 - cosine * cosine) / q;
        double squareRe = re * re - im * im - 4;
        double squareIm = 2 * re * im;
        double length = Math.sqrt(squareRe * squareRe + squareIm * squareIm);
        double rootRe = Math.sqrt(Math.max(0, (length + squareRe) / 2));
        double rootIm = Math.copySign(Math.sqrt(Math.max(0, (length - squareRe) / 2)), squareIm);
        if (re * rootRe + im * rootIm < 0) {
            rootRe = -rootRe;
            rootIm = -rootIm;
        }
        double sRe = (re + rootRe) / 2;
        double sIm = (im + rootIm) / 2;
        radiusSquared = sRe * sRe + sIm * sIm;
        damping = -2 * sRe;
    }
}
