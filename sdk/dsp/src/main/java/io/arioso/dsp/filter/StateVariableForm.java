package io.arioso.dsp.filter;

/**
 * A stable biquad as a trapezoidal state-variable filter: the same transfer function to rounding, with parameters that
 * may be moved at any frame without making the filter unstable (A. Simper, "Solving the continuous SVF equations using
 * trapezoidal integration", 2013; A. Wishnick, "Time-varying filters for musical applications", DAFx 2014).
 *
 * <p>One frame is: {@code v3 = x - s2, v1 = h1 s1 + h2 v3, v2 = s2 + h2 s1 + h3 v3, s1 = 2 v1 - s1, s2 = 2 v2 - s2,
 * y = m0 x + m1 v1 + m2 v2} with {@code h1 = 1 / (1 + g (g + k)), h2 = g h1, h3 = g h2}.
 *
 * <p>Also maps the states of the one form to those of the other, so that a filter may change its form while it runs.
 * No allocation after construction; not thread-safe.
 */
final class StateVariableForm {
    private static final double SINGULAR = 1e-10;

    double g;
    double k;
    double m0;
    double m1;
    double m2;
    // (p, q) = pq · (s1, s2), row by row.
    private double p1;
    private double p2;
    private double q1;
    private double q2;
    /** The state to be mapped, and the mapped one. */
    double first;
    double second;

    /** Takes the form of a biquad whose poles are inside the unit circle. */
    void set(double b0, double b1, double b2, double a1, double a2) {
        double atNyquist = 1 - a1 + a2;
        double atDc = 1 + a1 + a2;
        g = Math.sqrt(atDc / atNyquist);
        k = 2 * (1 - a2) / (atNyquist * g);
        m0 = (b0 - b1 + b2) / atNyquist;
        m1 = (2 * (b0 - b2) / atNyquist - m0 * k * g) / g;
        m2 = (b0 + b1 + b2) / atDc - m0;
        double h1 = 1 / (1 + g * (g + k));
        double h2 = g * h1;
        double h3 = g * h2;
        p1 = m1 * h1 + m2 * h2;
        p2 = m2 * (1 - h3) - m1 * h2;
        q1 = p1 * (2 * h1 - 1) + p2 * 2 * h2 + a1 * p1;
        q2 = p2 * (1 - 2 * h3) - p1 * 2 * h2 + a1 * p2;
    }

    /** Maps (first, second) = (s1, s2) to the states (p, q) of {@code y = b0 x + p}. */
    void toDirectState() {
        double p = p1 * first + p2 * second;
        second = q1 * first + q2 * second;
        first = p;
    }

    /**
     * Maps (first, second) = (p, q) to (s1, s2). A one-pole filter leaves one direction of (s1, s2) without effect; the
     * shortest state is taken.
     */
    void toStateVariables() {
        double determinant = p1 * q2 - p2 * q1;
        double s1;
        double s2;
        if (Math.abs(determinant) > SINGULAR * (Math.abs(p1 * q2) + Math.abs(p2 * q1))) {
            s1 = (first * q2 - p2 * second) / determinant;
            s2 = (p1 * second - first * q1) / determinant;
        } else {
            double square = p1 * p1 + p2 * p2;
            double scale = square > 0 ? first / square : 0;
            s1 = scale * p1;
            s2 = scale * p2;
        }
        first = s1;
        second = s2;
    }
}
