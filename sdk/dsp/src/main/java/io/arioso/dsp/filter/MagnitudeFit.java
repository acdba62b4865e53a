package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * Designs a digital section of order 1..4 whose magnitude follows an analog one up to half the sample rate, instead of
 * being squeezed against it: a rational least-squares fit of the squared magnitude in {@code x = sin²(ω/2)}, where a
 * digital filter of order n is a ratio N(x)/D(x) of polynomials of degree n.
 *
 * <p>min ‖w (N - T·D)‖ is the smallest singular vector of a matrix of two times n + 1 columns: QR, then inverse
 * iteration on R. Three passes with w = 1 / (max(T, 1e-6) · D of the pass before) turn it into a relative error
 * (Sanathanan and Koerner, "Transfer function synthesis as a ratio of two complex polynomials", 1963). Zeros that are
 * known (0 Hz of a high-pass, the centre of a notch) are factored out. A root in 0 &lt; x &lt; 1 is a pole or zero on
 * the unit circle that nobody asked for: such a fit is rejected.
 *
 * <p>No allocation after construction; not thread-safe.
 */
final class MagnitudeFit {
    static final int MAX_ORDER = 4;

    private static final int PASSES = 3;
    private static final int INVERSE_ITERATIONS = 3;
    private static final double WEAKEST = 1e-6;

    private final LeastDirection least = new LeastDirection(2 * MAX_ORDER + 2);
    private final double[] known = new double[LeastDirection.MAX_ROWS];
    private final double[] denominator = new double[LeastDirection.MAX_ROWS];
    private final double[] n = new double[MAX_ORDER + 1];
    private final double[] d = new double[MAX_ORDER + 1];
    private final ZPlaneFactors zeros = new ZPlaneFactors(MAX_ORDER);
    private final ZPlaneFactors poles = new ZPlaneFactors(MAX_ORDER);
    private int zerosAtDc;
    private boolean notch;
    private double notchX;

    /**
     * Fits one section and makes a list of one or two biquads: first the one that is like a model, then what
     * corrects it.
     *
     * @param model the section's bilinear design
     * @return whether a fit of this order exists; the list means nothing otherwise
     */
    boolean fit(FitNodes nodes, int order, int zerosAtDc, double notchX, BiquadList model, BiquadList into) {
        this.zerosAtDc = zerosAtDc;
        this.notchX = notchX;
        notch = notchX > 0;
        int freeZeros = order - (notch ? 2 : zerosAtDc);
        if (freeZeros < 0) {
            return false;
        }
        solve(nodes, order, freeZeros);
        if (!poles.fromX(d, order) || !zeros.fromX(n, freeZeros)) {
            return false;
        }
        addKnownZeros();
        into.clear();
        ZPlaneFactors.pair(zeros, poles, model, into);
        return normalise(nodes, into);
    }

    private void solve(FitNodes nodes, int order, int freeZeros) {
        int rows = (nodes.size() + 1) / 2;
        for (int row = 0; row < rows; row++) {
            known[row] = knownZeros(nodes.x[2 * row]);
        }
        Arrays.fill(denominator, 0, rows, 1);
        int columns = freeZeros + order + 2;
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 0; row < rows; row++) {
                double x = nodes.x[2 * row];
                double target = nodes.target[2 * row];
                double weight = 1 / (Math.max(target, WEAKEST) * denominator[row]);
                double power = weight * known[row];
                for (int i = 0; i <= freeZeros; i++) {
                    least.column[i][row] = power;
                    power *= x;
                }
                power = -weight * target;
                for (int i = 0; i <= order; i++) {
                    least.column[freeZeros + 1 + i][row] = power;
                    power *= x;
                }
            }
            least.solve(rows, columns, INVERSE_ITERATIONS);
            double sign = least.direction[freeZeros + 1] < 0 ? -1 : 1;
            for (int i = 0; i <= freeZeros; i++) {
                n[i] = sign * least.direction[i];
            }
            for (int i = 0; i <= order; i++) {
                d[i] = sign * least.direction[freeZeros + 1 + i];
            }
            for (int row = 0; row < rows; row++) {
                denominator[row] = polynomial(d, order, nodes.x[2 * row]);
            }
        }
    }

    private double knownZeros(double x) {
        if (notch) {
            return (x - notchX) * (x - notchX);
        }
        return zerosAtDc == 0 ? 1 : zerosAtDc == 1 ? x : x * x;
    }

    private void addKnownZeros() {
        if (notch) {
            zeros.addPair(2 * (1 - 2 * notchX), 1);
        }
        for (int i = 0; i < zerosAtDc; i++) {
            zeros.addReal(1);
        }
    }

    /** Gives a second biquad 0 dB at the section's own frequency and centres the error of the nodes about 0 dB. */
    private static boolean normalise(FitNodes nodes, BiquadList design) {
        if (design.size() > 1) {
            design.scale(1, 1 / Math.sqrt(design.magnitudeSquared(1, nodes.centreX())));
        }
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < nodes.size(); i += 2) {
            if (nodes.target[i] > WEAKEST) {
                double ratio = design.magnitudeSquared(nodes.x[i]) / nodes.target[i];
                smallest = Math.min(smallest, ratio);
                largest = Math.max(largest, ratio);
            }
        }
        double gain = 1 / Math.sqrt(Math.sqrt(smallest * largest));
        if (!(gain > 0 && gain < Double.POSITIVE_INFINITY)) {
            return false;
        }
        design.scale(0, gain);
        return true;
    }

    private static double polynomial(double[] c, int degree, double x) {
        double sum = c[degree];
        for (int i = degree - 1; i >= 0; i--) {
            sum = sum * x + c[i];
        }
        return sum;
    }
}
