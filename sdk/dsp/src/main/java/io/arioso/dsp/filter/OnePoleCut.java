package io.arioso.dsp.filter;

/** One pole: 6 dB an octave. */
final class OnePoleCut extends CutSection {
    private double a;
    private double b;
    private double c;
    private double d;
    private double left;
    private double right;

    OnePoleCut(boolean passesHigh, double step) {
        super(passesHigh, step);
    }

    /** Trapezoidal integrator in state-space form: s' = a s + b x, y = c s + d x. */
    @Override
    void design(double g) {
        double gain = g / (1 + g);
        a = 1 - 2 * gain;
        b = 2 * gain;
        double low = 1 - gain;
        c = share * (passesHigh ? -low : low);
        d = 1 + share * ((passesHigh ? low : gain) - 1);
    }

    @Override
    void run(float[] x, float[] y, int at, int frames) {
        double a0 = a;
        double b0 = b;
        double c0 = c;
        double d0 = d;
        double s = left;
        if (y == null) {
            for (int i = at; i < at + frames; i++) {
                double in = x[i];
                x[i] = sample(c0 * s + d0 * in);
                s = a0 * s + b0 * in;
            }
        } else {
            double t = right;
            for (int i = at; i < at + frames; i++) {
                double in = x[i];
                double other = y[i];
                x[i] = sample(c0 * s + d0 * in);
                y[i] = sample(c0 * t + d0 * other);
                s = a0 * s + b0 * in;
                t = a0 * t + b0 * other;
            }
            right = t;
        }
        left = s;
    }

    @Override
    void flush() {
        left = flushed(left);
        right = flushed(right);
    }

    @Override
    void clear() {
        left = 0;
        right = 0;
    }
}
