package io.arioso.dsp.filter;

/** Two poles: a state-variable filter of 12 dB an octave. */
final class TwoPoleCut extends CutSection {
    private double a11;
    private double a12;
    private double a22;
    private double b2;
    private double c1;
    private double c2;
    private double d;
    private double left1;
    private double left2;
    private double right1;
    private double right2;

    TwoPoleCut(boolean passesHigh, double step) {
        super(passesHigh, step);
    }

    /**
     * Simper 2013 as a state space: s1' = a11 s1 + a12 (s2 - x), s2' = -a12 s1 + a22 s2 + b2 x,
     * y = c1 s1 + c2 s2 + d x.
     */
    @Override
    void design(double g) {
        double k = damping;
        double a1 = 1 / (1 + g * (g + k));
        double a2 = g * a1;
        double a3 = g * a2;
        a11 = 2 * a1 - 1;
        a12 = -2 * a2;
        a22 = 1 - 2 * a3;
        b2 = 2 * a3;
        c1 = share * (passesHigh ? -k * a1 - a2 : a2);
        c2 = share * (passesHigh ? k * a2 + a3 - 1 : 1 - a3);
        d = 1 + share * ((passesHigh ? 1 - k * a2 - a3 : a3) - 1);
    }

    @Override
    void run(float[] x, float[] y, int at, int frames) {
        if (y == null) {
            runOne(x, at, frames);
        } else {
            runTwo(x, y, at, frames);
        }
    }

    private void runOne(float[] x, int at, int frames) {
        double m11 = a11;
        double m12 = a12;
        double m22 = a22;
        double n2 = b2;
        double s1 = left1;
        double s2 = left2;
        for (int i = at; i < at + frames; i++) {
            double in = x[i];
            x[i] = sample((c1 * s1 + c2 * s2) + d * in);
            double next = m11 * s1 + m12 * (s2 - in);
            s2 = (n2 * in - m12 * s1) + m22 * s2;
            s1 = next;
        }
        left1 = s1;
        left2 = s2;
    }

    /** Both channels in one loop: each waits for its own state, so the second costs almost nothing. */
    private void runTwo(float[] x, float[] y, int at, int frames) {
        double m11 = a11;
        double m12 = a12;
        double m22 = a22;
        double n2 = b2;
        double o1 = c1;
        double o2 = c2;
        double o = d;
        double s1 = left1;
        double s2 = left2;
        double t1 = right1;
        double t2 = right2;
        for (int i = at; i < at + frames; i++) {
            double in = x[i];
            double other = y[i];
            x[i] = sample((o1 * s1 + o2 * s2) + o * in);
            y[i] = sample((o1 * t1 + o2 * t2) + o * other);
            double next = m11 * s1 + m12 * (s2 - in);
            double nextOther = m11 * t1 + m12 * (t2 - other);
            s2 = (n2 * in - m12 * s1) + m22 * s2;
            t2 = (n2 * other - m12 * t1) + m22 * t2;
            s1 = next;
            t1 = nextOther;
        }
        left1 = s1;
        left2 = s2;
        right1 = t1;
        right2 = t2;
    }

    @Override
    void flush() {
        left1 = flushed(left1);
        left2 = flushed(left2);
        right1 = flushed(right1);
        right2 = flushed(right2);
    }

    @Override
    void clear() {
        left1 = 0;
        left2 = 0;
        right1 = 0;
        right2 = 0;
    }
}
