package io.arioso.dsp.filter;

/**
 * One filter of a {@link Crossover} on one plane, and the loops that run it, two lanes of different planes at a time to
 * keep a scalar core busy.
 *
 * <p>A split turns a plane into its low part, in place, and its high part: two low passes in series are the
 * Linkwitz-Riley low pass; the first one's all-pass is what low and high sum to, so high is all-pass minus low. A lane
 * without a high plane is that all-pass alone, in place. [audio-thread]
 */
final class CrossoverLane {
    private static final double SMALLEST = 1e-30;

    private final CrossoverCorner corner;
    private final double[] plane;
    private final double[] high;
    private double s1;
    private double s2;
    private double t1;
    private double t2;

    /** A split if {@code high} is given, an all-pass if it is null. */
    CrossoverLane(CrossoverCorner corner, double[] plane, double[] high) {
        this.corner = corner;
        this.plane = plane;
        this.high = high;
    }

    boolean splits() {
        return high != null;
    }

    /** This lane alone. */
    void run(int from, int to) {
        if (splits()) {
            split(this, from, to);
        } else {
            allPass(this, from, to);
        }
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

    private static void split(CrossoverLane lane, int from, int to) {
        double[] a = lane.corner.a;
        double[] b = lane.corner.b;
        double[] c = lane.corner.c;
        double[] x = lane.plane;
        double[] y = lane.high;
        double k = CrossoverCorner.DAMPING;
        double s1 = lane.s1;
        double s2 = lane.s2;
        double t1 = lane.t1;
        double t2 = lane.t2;
        for (int i = from; i < to; i++) {
            double d = x[i] - s2;
            double r1 = a[i] * s1 + b[i] * d;
            double r2 = (s2 + b[i] * s1) + c[i] * d;
            double low = 0.5 * (s2 + r2);
            double all = x[i] - k * (s1 + r1);
            s1 = r1;
            s2 = r2;
            d = low - t2;
            r1 = a[i] * t1 + b[i] * d;
            r2 = (t2 + b[i] * t1) + c[i] * d;
            low = 0.5 * (t2 + r2);
            t1 = r1;
            t2 = r2;
            x[i] = low;
            y[i] = all - low;
        }
        lane.s1 = s1;
        lane.s2 = s2;
        lane.t1 = t1;
        lane.t2 = t2;
    }

    /** Two splits. */
    static void split(CrossoverLane lane, CrossoverLane other, int from, int to) {
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
        double s1 = lane.s1;
        double s2 = lane.s2;
        double t1 = lane.t1;
        double t2 = lane.t2;
        double p1 = other.s1;
        double p2 = other.s2;
        double q1 = other.t1;
        double q2 = other.t2;
        for (int i = from; i < to; i++) {
            double d = x[i] - s2;
            double r1 = a[i] * s1 + b[i] * d;
            double r2 = (s2 + b[i] * s1) + c[i] * d;
            double low = 0.5 * (s2 + r2);
            double all = x[i] - k * (s1 + r1);
            s1 = r1;
            s2 = r2;
            d = low - t2;
            r1 = a[i] * t1 + b[i] * d;
            r2 = (t2 + b[i] * t1) + c[i] * d;
            low = 0.5 * (t2 + r2);
            t1 = r1;
            t2 = r2;
            x[i] = low;
            y[i] = all - low;

            d = ox[i] - p2;
            r1 = oa[i] * p1 + ob[i] * d;
            r2 = (p2 + ob[i] * p1) + oc[i] * d;
            low = 0.5 * (p2 + r2);
            all = ox[i] - k * (p1 + r1);
            p1 = r1;
            p2 = r2;
            d = low - q2;
            r1 = oa[i] * q1 + ob[i] * d;
            r2 = (q2 + ob[i] * q1) + oc[i] * d;
            low = 0.5 * (q2 + r2);
            q1 = r1;
            q2 = r2;
            ox[i] = low;
            oy[i] = all - low;
        }
        lane.s1 = s1;
        lane.s2 = s2;
        lane.t1 = t1;
        lane.t2 = t2;
        other.s1 = p1;
        other.s2 = p2;
        other.t1 = q1;
        other.t2 = q2;
    }

    private static void allPass(CrossoverLane lane, int from, int to) {
        double[] a = lane.corner.a;
        double[] b = lane.corner.b;
        double[] c = lane.corner.c;
        double[] x = lane.plane;
        double k = CrossoverCorner.DAMPING;
        double s1 = lane.s1;
        double s2 = lane.s2;
        for (int i = from; i < to; i++) {
            double d = x[i] - s2;
            double r1 = a[i] * s1 + b[i] * d;
            s2 = (s2 + b[i] * s1) + c[i] * d;
            x[i] = x[i] - k * (s1 + r1);
            s1 = r1;
        }
        lane.s1 = s1;
        lane.s2 = s2;
    }

    /** Two all-passes. */
    static void allPass(CrossoverLane lane, CrossoverLane other, int from, int to) {
        double[] a = lane.corner.a;
        double[] b = lane.corner.b;
        double[] c = lane.corner.c;
        double[] x = lane.plane;
        double[] oa = other.corner.a;
        double[] ob = other.corner.b;
        double[] oc = other.corner.c;
        double[] ox = other.plane;
        double k = CrossoverCorner.DAMPING;
        double s1 = lane.s1;
        double s2 = lane.s2;
        double p1 = other.s1;
        double p2 = other.s2;
        for (int i = from; i < to; i++) {
            double d = x[i] - s2;
            double r1 = a[i] * s1 + b[i] * d;
            s2 = (s2 + b[i] * s1) + c[i] * d;
            x[i] = x[i] - k * (s1 + r1);
            s1 = r1;

            d = ox[i] - p2;
            r1 = oa[i] * p1 + ob[i] * d;
            p2 = (p2 + ob[i] * p1) + oc[i] * d;
            ox[i] = ox[i] - k * (p1 + r1);
            p1 = r1;
        }
        lane.s1 = s1;
        lane.s2 = s2;
        other.s1 = p1;
        other.s2 = p2;
    }

    /** Three all-passes in series on the plane of the first. */
    static void allPassSeries(CrossoverLane lane, CrossoverLane second, CrossoverLane third, int from, int to) {
        double[] a = lane.corner.a;
        double[] b = lane.corner.b;
        double[] c = lane.corner.c;
        double[] oa = second.corner.a;
        double[] ob = second.corner.b;
        double[] oc = second.corner.c;
        double[] ta = third.corner.a;
        double[] tb = third.corner.b;
        double[] tc = third.corner.c;
        double[] x = lane.plane;
        double k = CrossoverCorner.DAMPING;
        double s1 = lane.s1;
        double s2 = lane.s2;
        double p1 = second.s1;
        double p2 = second.s2;
        double q1 = third.s1;
        double q2 = third.s2;
        for (int i = from; i < to; i++) {
            double v = x[i];
            double d = v - s2;
            double r = a[i] * s1 + b[i] * d;
            s2 = (s2 + b[i] * s1) + c[i] * d;
            v = v - k * (s1 + r);
            s1 = r;

            d = v - p2;
            r = oa[i] * p1 + ob[i] * d;
            p2 = (p2 + ob[i] * p1) + oc[i] * d;
            v = v - k * (p1 + r);
            p1 = r;

            d = v - q2;
            r = ta[i] * q1 + tb[i] * d;
            q2 = (q2 + tb[i] * q1) + tc[i] * d;
            x[i] = v - k * (q1 + r);
            q1 = r;
        }
        lane.s1 = s1;
        lane.s2 = s2;
        second.s1 = p1;
        second.s2 = p2;
        third.s1 = q1;
        third.s2 = q2;
    }
}
