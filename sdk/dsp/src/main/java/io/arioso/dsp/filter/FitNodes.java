package io.arioso.dsp.filter;

/**
 * The frequencies at which a digital section is compared with its analog target: 24 cosine-spaced ones from 0 to 0.97
 * of half the sample rate and up to 33 gathered about the section's own frequency, as dense as it is sharp (twice 33
 * when its poles and its zeros lie apart).
 * The points in between serve as the check, so that a fit is not judged where it was made.
 * No allocation after construction; not thread-safe.
 */
final class FitNodes {
    /** A design promises its accuracy up to this share of half the sample rate. */
    static final double CHECKED_SHARE = 0.9;

    private static final int SPREAD = 24;
    private static final int GATHERED = 33;
    static final int MAX_NODES = SPREAD + 2 * GATHERED;
    private static final int MAX_POINTS = 2 * MAX_NODES - 1;
    private static final double HIGHEST_SHARE = 0.97;
    private static final double AUDIBLE = 1e-6;
    private static final double[] SPREAD_SHARE = new double[SPREAD];
    private static final double[] GATHERED_EXPONENT = new double[GATHERED];

    static {
        for (int i = 0; i < SPREAD; i++) {
            SPREAD_SHARE[i] = (1 - StrictMath.cos(StrictMath.PI * i / (SPREAD - 1))) / 2 * HIGHEST_SHARE;
        }
        for (int i = 0; i < GATHERED; i++) {
            GATHERED_EXPONENT[i] = StrictMath.sinh(-3.2 + 6.4 * i / (GATHERED - 1));
        }
    }

    /** Points in ascending order: the even ones are nodes, the odd ones lie between. */
    final double[] hz = new double[MAX_POINTS];
    /** sin²(π f / fs) of each point. */
    final double[] x = new double[MAX_POINTS];
    /** The section's squared magnitude at each point. */
    final double[] target = new double[MAX_POINTS];
    /** Whether the point counts in the check: within the promised range, and the whole band above -60 dB. */
    final boolean[] counts = new boolean[MAX_POINTS];
    private final double[] gathered = new double[GATHERED];
    private final double[] node = new double[MAX_NODES];
    private int nodes;
    private int size;
    private double centreX;

    /** sin²(π f / fs) of the section's own frequency, at most that of the highest node. */
    double centreX() {
        return centreX;
    }

    /** Number of points. */
    int size() {
        return size;
    }

    /** Places the points for one section of a band. */
    void place(AnalogPrototype analog, int section, double sampleRate) {
        double nyquist = sampleRate / 2;
        double centreHz = analog.frequencyHz() * analog.centre[section];
        double spread = analog.spread[section];
        nodes = 0;
        for (double share : SPREAD_SHARE) {
            node[nodes++] = share * nyquist;
        }
        gather(centreHz * spread, analog.sharpness[section], nyquist);
        if (spread != 1) {
            gather(centreHz / spread, analog.sharpness[section], nyquist);
        }
        size = 2 * nodes - 1;
        for (int i = 0; i < nodes; i++) {
            hz[2 * i] = node[i];
        }
        for (int i = 1; i < size; i += 2) {
            hz[i] = (hz[i - 1] + hz[i + 1]) / 2;
        }
        centreX = x(Math.min(centreHz, HIGHEST_SHARE * nyquist), sampleRate);
        for (int i = 0; i < size; i++) {
            x[i] = x(hz[i], sampleRate);
            target[i] = analog.magnitudeSquared(section, hz[i]);
            counts[i] = hz[i] <= CHECKED_SHARE * nyquist && analog.magnitudeSquared(hz[i]) >= AUDIBLE;
        }
    }

    /** sin²(π f / fs). */
    static double x(double hz, double sampleRate) {
        double sine = HalfTurn.sine(hz / sampleRate);
        return sine * sine;
    }

    /** Merges ascending nodes about a frequency into the ascending nodes that there are. */
    private void gather(double aboutHz, double sharpness, double nyquist) {
        int inside = 0;
        for (int i = 0; i < GATHERED; i++) {
            double f = aboutHz * StrictMath.exp(GATHERED_EXPONENT[i] / (3 * sharpness));
            if (f < HIGHEST_SHARE * nyquist) {
                gathered[inside++] = f;
            }
        }
        int old = nodes - 1;
        int added = inside - 1;
        nodes += inside;
        for (int i = nodes - 1; added >= 0; i--) {
            node[i] = old >= 0 && node[old] > gathered[added] ? node[old--] : gathered[added--];
        }
    }

    /**
     * The largest deviation of a design from the target in decibels over the points that count; infinite when a
     * design is not finite.
     */
    double errorDb(BiquadList design) {
        double smallest = 1;
        double largest = 1;
        for (int i = 0; i < size; i++) {
            if (counts[i]) {
                double magnitude = design.magnitudeSquared(x[i]);
                if (target[i] == 0 && magnitude == 0) {
                    continue;
                }
                double ratio = magnitude / target[i];
                if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
                    return Double.POSITIVE_INFINITY;
                }
                smallest = Math.min(smallest, ratio);
                largest = Math.max(largest, ratio);
            }
        }
        return 10 * Math.max(StrictMath.log10(largest), -StrictMath.log10(smallest));
    }
}
