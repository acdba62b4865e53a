package io.arioso.dsp.meter;

/**
 * Finds out cheaply where an interpolated signal can exceed a threshold at all.
 *
 * <p>Two bounds hold for every interpolated value {@code y}, over the samples {@code x} that it is computed from:
 * {@code |y| <= gain max|x|}, where the gain is the sum of absolute taps, about 2.5; and, splitting the filter into
 * linear interpolation plus a filter of second differences (any filter's rest has no mean and no slope, so it can be
 * summed up twice), {@code |y| <= level max|x| + curvature max|x[i] - 2 x[i+1] + x[i+2]|} with a level of 1 and a
 * curvature of about 0.5. Music has little curvature, so the second one rules out nearly everything.
 */
final class PeakBound {
    private static final int SEGMENT = 32;
    // A kernel's start costs as much as this many outputs: shorter gaps are not worth a second start.
    private static final int GAP = 96;
    /** Float sums may round up past what the exact bound allows. */
    private static final double ROUNDING = 1.0001;

    private final int taps;
    private final int reach;
    private final double gain;
    private final double level;
    private final double curvature;
    private final float[] magnitudes;
    private final float[] curvatures;
    private final float[] bend;
    private final float[] next;
    private final float[] afterNext;
    private float[] window;
    private int frames;
    private float highest;
    private boolean bent;
    private int from;
    private int to;

    /**
     * Bounds the values of a filter.
     *
     * @param phases all phases in the order of time, taps forward, each beginning at the same sample
     * @param crests whether to bound the crests of parabolas through three neighbouring values, too
     * @param longest samples in the longest window to measure
     */
    PeakBound(float[][] phases, boolean crests, int longest) {
        this.taps = phases[0].length;
        this.reach = (taps + SEGMENT - 1) / SEGMENT;
        double absolute = 0;
        double[] value = new double[2];
        double[] crest = new double[2];
        for (int phase = 0; phase < phases.length; phase++) {
            double[] here = placed(phases, phase);
            absolute = Math.max(absolute, absoluteSum(here));
            raise(value, here);
            if (crests) {
                raise(crest, crest(phases, phase));
            }
        }
        this.gain = absolute * ROUNDING * (crests ? crestFactor(phases.length) : 1);
        this.level = (value[0] + crest[0]) * ROUNDING;
        this.curvature = (value[1] + crest[1]) * ROUNDING;
        this.magnitudes = new float[longest / SEGMENT + 1];
        this.curvatures = new float[longest / SEGMENT + 1];
        this.bend = new float[longest];
        this.next = new float[longest];
        this.afterNext = new float[longest];
    }

    /** The most by which a band-limited wave rises above a grid of {@code points} per sample. */
    static double crestFactor(int points) {
        return 1 / StrictMath.cos(StrictMath.PI / (2 * points));
    }

    /**
     * Looks at the samples that outputs {@code 0..frames} are computed from: output {@code i} and the one before it
     * read samples {@code i} to {@code i + taps}. Returns the largest magnitude, NaN or infinite when a sample is.
     */
    float measure(float[] window, int frames) {
        this.window = window;
        this.frames = frames;
        highest = maxima(window, frames + taps, magnitudes);
        bent = false;
        return highest;
    }

    /**
     * Finds the next stretch of measured outputs, at {@code start} or later, that might exceed {@code threshold}:
     * {@link #from} to {@link #to}. Returns false when there is none.
     */
    boolean search(int start, double threshold) {
        if (highest * gain <= threshold) {
            return false;
        }
        if (!bent) {
            bend();
        }
        from = frames;
        to = 0;
        for (int at = start; at < frames && (to == 0 || at - to < GAP); at += SEGMENT) {
            if (exceeds(at / SEGMENT, threshold)) {
                from = Math.min(from, at);
                to = Math.min(frames, at + SEGMENT);
            }
        }
        return from < to;
    }

    /** First output that might exceed the threshold of the last {@link #search}. */
    int from() {
        return from;
    }

    /** After the last output that might. */
    int to() {
        return to;
    }

    /** The sum of absolute taps. */
    double gain() {
        return gain;
    }

    private boolean exceeds(int segment, double threshold) {
        float magnitude = 0;
        float curve = 0;
        for (int q = segment; q <= Math.min(segment + reach, (frames + taps - 1) / SEGMENT); q++) {
            magnitude = Math.max(magnitude, magnitudes[q]);
            curve = Math.max(curve, curvatures[q]);
        }
        return Math.min(magnitude * gain, magnitude * level + curve * curvature) > threshold;
    }

    private void bend() {
        int n = frames + taps - 2;
        System.arraycopy(window, 0, bend, 0, n);
        System.arraycopy(window, 1, next, 0, n);
        System.arraycopy(window, 2, afterNext, 0, n);
        bend(bend, next, afterNext, n);
        // Two samples shorter than the window: the last segment may be missing.
        curvatures[(n + 1) / SEGMENT] = 0;
        maxima(bend, n, curvatures);
        bent = true;
    }

    private static void bend(float[] bend, float[] next, float[] afterNext, int n) {
        for (int i = 0; i < n; i++) {
            bend[i] = bend[i] - 2 * next[i] + afterNext[i];
        }
    }

    // Largest magnitude of each segment; returns the largest of all.
    private static float maxima(float[] x, int length, float[] maxima) {
        float highest = 0;
        for (int start = 0, segment = 0; start < length; start += SEGMENT, segment++) {
            float maximum = SamplePeak.of(x, start, Math.min(length - start, SEGMENT));
            maxima[segment] = maximum;
            highest = Math.max(highest, maximum);
        }
        return highest;
    }

    // A parabola's crest exceeds its highest point by at most an eighth of the second difference of its points.
    private static double[] crest(float[][] phases, int phase) {
        double[] before = placed(phases, phase - 1);
        double[] here = placed(phases, phase);
        double[] after = placed(phases, phase + 1);
        double[] eighth = new double[here.length];
        for (int k = 0; k < here.length; k++) {
            eighth[k] = (before[k] - 2 * here[k] + after[k]) / 8;
        }
        return eighth;
    }

    // The taps of a phase, -1 and one past the last being the neighbours' in the frame before and after.
    private static double[] placed(float[][] phases, int phase) {
        int shift = Math.floorDiv(phase, phases.length) + 1;
        float[] h = phases[Math.floorMod(phase, phases.length)];
        double[] wide = new double[h.length + 2];
        for (int k = 0; k < h.length; k++) {
            wide[k + shift] = h[k];
        }
        return wide;
    }

    // Splits a filter into weights on two neighbours, with the same mean and moment, and a filter of second
    // differences; raises bound[0] and bound[1] to what each can pass.
    private static void raise(double[] bound, double[] h) {
        double mean = 0;
        double moment = 0;
        for (int k = 0; k < h.length; k++) {
            mean += h[k];
            moment += k * h[k];
        }
        int middle = Math.abs(mean) > 0.5 ? (int) (moment / mean) : h.length / 2;
        double upper = moment - middle * mean;
        double lower = mean - upper;
        double[] rest = h.clone();
        rest[middle] -= lower;
        rest[middle + 1] -= upper;
        double once = 0;
        double twice = 0;
        double absolute = 0;
        for (double tap : rest) {
            once += tap;
            twice += once;
            absolute += Math.abs(twice);
        }
        bound[0] = Math.max(bound[0], Math.abs(lower) + Math.abs(upper));
        bound[1] = Math.max(bound[1], absolute);
    }

    private static double absoluteSum(double[] h) {
        double sum = 0;
        for (double tap : h) {
            sum += Math.abs(tap);
        }
        return sum;
    }
}
