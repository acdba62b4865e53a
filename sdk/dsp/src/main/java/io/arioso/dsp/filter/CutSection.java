package io.arioso.dsp.filter;

/** One or two poles of a {@link CutFilter}, faded in and out: its damping, its share, its coefficients and its state. */
abstract class CutSection {
    /** Smaller outputs are 0: as floats they would be denormal numbers. */
    static final double SILENCE = 1e-30;

    final boolean passesHigh;
    private final double step;
    private double wantedDamping;
    private double wantedShare;
    /** 1/Q. */
    double damping;
    private double faded;
    /** How much of the section is heard, 0..1: at rest at both ends of its fade. */
    double share;

    CutSection(boolean passesHigh, double step) {
        this.passesHigh = passesHigh;
        this.step = step;
    }

    final void want(double newDamping, boolean on) {
        // A section that goes keeps its shape while it fades.
        if (on) {
            wantedDamping = newDamping;
        }
        wantedShare = on ? 1 : 0;
    }

    final boolean isOn() {
        return faded > 0;
    }

    /** One frame towards what is wanted; says whether it is there. */
    final boolean approach() {
        if (faded == 0) {
            clear();
            damping = wantedDamping;
        }
        faded = toward(faded, wantedShare, step);
        share = faded * faded * (3 - 2 * faded);
        damping = toward(damping, wantedDamping, step);
        return faded == wantedShare && damping == wantedDamping;
    }

    final void land() {
        faded = wantedShare;
        share = wantedShare;
        damping = wantedDamping;
    }

    private static double toward(double from, double to, double most) {
        return Math.max(from - most, Math.min(from + most, to));
    }

    /** Computes the coefficients for a corner, as tan(π f / rate). */
    abstract void design(double g);

    /** Filters one channel, or two if {@code right} is not null, in place. */
    abstract void run(float[] left, float[] right, int at, int frames);

    abstract void flush();

    abstract void clear();

    static float sample(double value) {
        return Math.abs(value) < SILENCE ? 0f : (float) value;
    }

    static double flushed(double state) {
        return Math.abs(state) < SILENCE ? 0 : state;
    }
}
