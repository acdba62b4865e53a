package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * One corner of a {@link Crossover}: the coefficients of its filter for every frame of the grid, on their
 * way to a new corner while it moves.
 *
 * <p>The filter is trapezoidal with Q = 1/√2 (A. Simper, "Solving the continuous SVF equations using trapezoidal
 * integration", 2013), written for its two states: {@code d = x - s2, s1' = a s1 + b d, s2' = s2 + b s1 + c d} with
 * {@code h = 1 / (1 + g (g + √2)), a = 2 h - 1, b = 2 g h, c = 2 g² h}. Its low pass is {@code (s2 + s2') / 2}, its
 * all-pass {@code x - √2 (s1 + s1')}. Any sequence of positive g leaves it stable.
 */
final class CrossoverCorner {
    static final double DAMPING = Math.sqrt(2);
    /** Of the sample rate; the warped corner stays finite. */
    private static final double HIGHEST = 0.49;

    final double[] a;
    final double[] b;
    final double[] c;

    private final double sampleRate;
    private final Ramp ramp;
    private double start;
    private double target;
    private double current;
    private int done;
    private boolean constant;

    CrossoverCorner(double sampleRate, int glideFrames, int gridFrames) {
        this.sampleRate = sampleRate;
        ramp = new Ramp(glideFrames, gridFrames);
        a = new double[gridFrames];
        b = new double[gridFrames];
        c = new double[gridFrames];
    }

    /** Sets off towards a corner. */
    void aim(double hz) {
        double t = Math.min(HIGHEST, hz / sampleRate);
        double g = HalfTurn.sine(t) / HalfTurn.cosine(t);
        if (g != target) {
            start = current;
            target = g;
            done = 0;
        }
    }

    /** Is there at once. */
    void arrive() {
        current = target;
        done = ramp.length();
        constant = false;
    }

    /** Makes the coefficients of the next frames of the grid. */
    void advance(int from, int frames) {
        if (done < ramp.length()) {
            double[] way = ramp.fill(done, frames);
            for (int i = 0; i < frames; i++) {
                set(from + i, between(way[i]));
            }
            current = between(way[frames - 1]);
            done += frames;
            constant = false;
            if (done >= ramp.length()) {
                current = target;
            }
        } else if (!constant) {
            set(0, target);
            Arrays.fill(a, a[0]);
            Arrays.fill(b, b[0]);
            Arrays.fill(c, c[0]);
            constant = true;
        }
    }

    /** The mean of the straight way of g and that of 1 / g: nearly even in octaves, and arithmetic only. */
    private double between(double way) {
        double move = way * (target - start);
        return Math.sqrt((start + move) * start * target / (target - move));
    }

    private void set(int frame, double g) {
        double h = 1 / (1 + g * (g + DAMPING));
        a[frame] = 2 * h - 1;
        b[frame] = 2 * g * h;
        c[frame] = 2 * g * g * h;
    }
}
