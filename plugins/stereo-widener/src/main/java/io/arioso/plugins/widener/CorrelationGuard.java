package io.arioso.plugins.widener;

/**
 * Turns the side down as far as the correlation of left and right must stay above a limit. [audio-thread]
 *
 * <p>With the mean powers A of the mid, B of the side, and the mean product C, a side at gain √u gives the correlation
 * r = (A - uB) / √((A + uB)² - 4uC²), which falls from 1 as u rises: the gain follows from a quadratic equation. Means
 * fade with 60 ms; the gain is found once a stretch of the grid and goes there in a straight line.
 */
final class CorrelationGuard {
    private static final double MEAN_SECONDS = 0.06;
    private static final double ATTACK_SECONDS = 0.015;
    private static final double RELEASE_SECONDS = 0.4;
    /** Aims a little above the limit, as programme moves while it is measured. */
    private static final double MARGIN = 0.03;
    private static final double SMALLEST = 1e-30;
    private static final double OPEN = 0.9999;

    private final int grid;
    private final double fade;
    private final double attack;
    private final double release;
    private boolean on;
    private double limit;
    private double midPower;
    private double sidePower;
    private double product;
    private double newMid;
    private double newSide;
    private double newProduct;
    private double from = 1;
    private double to = 1;
    private double least = 1;

    CorrelationGuard(double sampleRate, int gridFrames) {
        grid = gridFrames;
        fade = StrictMath.exp(-gridFrames / (MEAN_SECONDS * sampleRate));
        attack = 1 - StrictMath.exp(-gridFrames / (ATTACK_SECONDS * sampleRate));
        release = 1 - StrictMath.exp(-gridFrames / (RELEASE_SECONDS * sampleRate));
    }

    /** Switches it and sets the least correlation, above -1 and below 1. */
    void set(boolean newOn, double leastCorrelation) {
        on = newOn;
        limit = leastCorrelation + MARGIN * (1 - leastCorrelation);
    }

    /** Whether it does nothing. */
    boolean rests() {
        return !on && from == 1 && to == 1;
    }

    /** Measures a stretch of the grid that begins at {@code position}, and turns its side down. */
    void process(float[] mid, float[] side, int position, int frames) {
        double a = newMid;
        double b = newSide;
        double c = newProduct;
        double move = (to - from) / grid;
        for (int i = 0; i < frames; i++) {
            double m = mid[i];
            double s = side[i];
            a += m * m;
            b += s * s;
            c += m * s;
            side[i] = (float) (s * (from + move * (position + i + 1)));
        }
        newMid = a;
        newSide = b;
        newProduct = c;
    }

    /** Ends a stretch of the grid: finds the next gain. */
    void step() {
        midPower = faded(midPower, newMid);
        sidePower = faded(sidePower, newSide);
        product = midPower == 0 && sidePower == 0 ? 0 : product * fade + newProduct;
        newMid = 0;
        newSide = 0;
        newProduct = 0;
        double wanted = on ? wantedGain() : 1;
        from = to;
        to += (wanted < to ? attack : release) * (wanted - to);
        if (wanted == 1 && to > OPEN) {
            to = 1;
        }
        least = Math.min(least, to);
    }

    private double faded(double old, double more) {
        double power = old * fade + more;
        return power < SMALLEST ? 0 : power;
    }

    /** The root that has mid over side where the limit asks for it; 1 where the limit is kept anyway. */
    private double wantedGain() {
        double a = midPower;
        double b = sidePower;
        double square = limit * limit;
        double sum = (a + b) * (a + b) - 4 * product * product;
        if (b == 0 || a - b >= limit * Math.sqrt(Math.max(0, sum))) {
            return 1;
        }
        double p = b * b * (1 - square);
        double q = a * b * (1 + square) - 2 * square * product * product;
        double r = a * a * (1 - square);
        double root = Math.sqrt(Math.max(0, q * q - p * r));
        double u = limit >= 0 ? r / (q + root) : (q + root) / p;
        return u >= 0 && u < 1 ? Math.sqrt(u) : u >= 1 ? 1 : 0;
    }

    /** The lowest gain since the last call. */
    double takeLeastGain() {
        double taken = least;
        least = to;
        return taken;
    }

    /** Forgets all sound. */
    void reset() {
        midPower = 0;
        sidePower = 0;
        product = 0;
        newMid = 0;
        newSide = 0;
        newProduct = 0;
        from = 1;
        to = 1;
        least = 1;
    }
}
