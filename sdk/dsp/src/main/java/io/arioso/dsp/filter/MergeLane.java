package io.arioso.dsp.filter;

/**
 * One filter of a {@link BandMixer}: a split of {@link Crossover} run backwards, in place on the plane of its low part,
 * and the loops that run it, two lanes of different planes at a time to keep a scalar core busy.
 *
 * <p>The state-variable filter of {@link CrossoverCorner} transposed (its matrix turned over, input and output
 * swapped): with {@code e = low - high}, {@code P = (t1, t2 + e / 2)} the second low pass gives {@code z = b P1 + c P2},
 * and the first one with {@code P = (s1 - √2 high, s2 + z / 2)} the sum {@code high + b P1 + c P2}. The new states are
 * {@code a P1 + b P2 - √2 high} and {@code (P2 - b P1 - c P2) + z / 2}; without {@code high} for the second.
 * [audio-thread]
 */
final class MergeLane {
    private static final double SMALLEST = 1e-30;

    private final CrossoverCorner corner;
    private final double[] plane;
    private final double[] high;
    private double s1;
    private double s2;
    private double t1;
    private double t2;

    /** Sums the high plane into the low one. */
    MergeLane(CrossoverCorner corner, double[] plane, double[] high) {
        this.corner = corner;
        this.plane = plane;
        this.high = high;
    }

    void reset() {
        s1 = 0;
        s2 = 0;
        t1 = 0;
        t2 = 0;
    }

    /** Drops states too small to hear, and those that no sound leaves behind. */
    void flush() {
        s1 = heard(s1);
        s2 = heard(s2);
        t1 = heard(t1);
        t2 = heard(t2);
    }

    private static double heard(double state) {
        double size = Math.abs(state);
        return size >= SMALLEST && size <= Double.MAX_VALUE ? state : 0;
    }

    void run(int from, int to) {
        double[] a = corner.a;
        double[] b = corner.b;
        double[] c = corner.c;
        double[] x = plane;
        double[] y = high;
        double k = CrossoverCorner.DAMPING;
        double p1 = s1;
        double p2 = s2;
        double q1 = t1;
        double q2 = t2;
        for (int i = from; i < to; i++) {
            double half = 0.5 * (x[i] - y[i]);
            double u2 = q2 + half;
            double z = b[i] * q1 + c[i] * u2;
            q1 = a[i] * q1 + b[i] * u2;
            q2 = (u2 - z) + half;
            half = 0.5 * z;
            double kh = k * y[i];
            double u1 = p1 - kh;
            u2 = p2 + half;
            double w = b[i] * u1 + c[i] * u2;
            p1 = (a[i] * u1 + b[i] * u2) - kh;
            p2 = (u2 - w) + half;
            x[i] = y[i] + w;
        }
        s1 = p1;
        s2 = p2;
        t1 = q1;
        t2 = q2;
    }

    /** Two lanes. */
    static void run(MergeLane lane, MergeLane other, int from, int to) {
        double[] a = lane.corner.a;
        double[] b = lane.corner.b;
        double[] c = lane.corner.c;
        double[] x = lane.plane;
        double[] y = lane.high;
        double[] oa = other.corner.a;
        double[] ob = other.corner.b;
        double[] oc = other.corner.c;
        double[] ox = other.plane;
        double[] oy = other.high;
        double k = CrossoverCorner.DAMPING;
        double p1 = lane.s1;
        double p2 = lane.s2;
        double q1 = lane.t1;
        double q2 = lane.t2;
        double r1 = other.s1;
        double r2 = other.s2;
        double v1 = other.t1;
        double v2 = other.t2;
        for (int i = from; i < to; i++) {
            double half = 0.5 * (x[i] - y[i]);
            double u2 = q2 + half;
            double z = b[i] * q1 + c[i] * u2;
            q1 = a[i] * q1 + b[i] * u2;
            q2 = (u2 - z) + half;
            half = 0.5 * z;
            double kh = k * y[i];
            double u1 = p1 - kh;
            u2 = p2 + half;
            double w = b[i] * u1 + c[i] * u2;
            p1 = (a[i] * u1 + b[i] * u2) - kh;
            p2 = (u2 - w) + half;
            x[i] = y[i] + w;

            half = 0.5 * (ox[i] - oy[i]);
            u2 = v2 + half;
            z = ob[i] * v1 + oc[i] * u2;
            v1 = oa[i] * v1 + ob[i] * u2;
            v2 = (u2 - z) + half;
            half = 0.5 * z;
            kh = k * oy[i];
            u1 = r1 - kh;
            u2 = r2 + half;
            w = ob[i] * u1 + oc[i] * u2;
            r1 = (oa[i] * u1 + ob[i] * u2) - kh;
            r2 = (u2 - w) + half;
            ox[i] = oy[i] + w;
        }
        lane.s1 = p1;
        lane.s2 = p2;
        lane.t1 = q1;
        lane.t2 = q2;
        other.s1 = r1;
        other.s2 = r2;
        other.t1 = v1;
        other.t2 = v2;
    }
}
