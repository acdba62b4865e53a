package io.arioso.dsp.fir;

/**
 * A Kaiser-windowed sinc cut into phases: it reads a signal at {@code phases} evenly spaced positions between samples.
 *
 * <p>Immutable. The value at position {@code n + phase / phases} is
 * {@code sum over k of phase(phase)[k] * x[n + k - taps / 2 + 1]}: the taps run forward through the input, so each
 * position is one {@link FirKernel#dot dot product}. Phase {@code p} is phase {@code phases - p} in mirror
 * image, and with a cutoff of 0.5 phase 0 is the sample itself.
 * Every phase sums to 1 in double, so that a constant passes without images.
 */
public final class PolyphaseFilter {
    private final float[][] phases;
    private final int taps;
    private final double gainBound;

    /**
     * Designs the filter.
     *
     * @param phases positions per input sample, 1 or more
     * @param taps   taps per phase, even, 2 or more; reaches taps / 2 samples to either side
     * @param cutoff -6 dB point in cycles per input sample, above 0, at most 0.5 (a decimator takes less)
     * @param window shapes the transition and the stop band
     */
    public PolyphaseFilter(int phases, int taps, double cutoff, KaiserWindow window) {
        if (phases < 1 || taps < 2 || taps % 2 != 0) {
            throw new IllegalArgumentException("polyphase filter: " + phases + " phases (1 or more), "
                    + taps + " taps (even, 2 or more)");
        }
        if (!(cutoff > 0 && cutoff <= 0.5)) {
            throw new IllegalArgumentException("polyphase filter cutoff: " + cutoff + " is outside 0..0.5");
        }
        this.taps = taps;
        this.phases = new float[phases][];
        double bound = 0;
        for (int phase = 0; phase < phases; phase++) {
            double[] exact = design((double) phase / phases, taps, cutoff, window);
            this.phases[phase] = toFloat(exact);
            bound = Math.max(bound, absoluteSum(this.phases[phase]));
        }
        this.gainBound = bound;
    }

    /** Taps in double that read the signal {@code fraction} (0..1) of a sample after tap {@code taps / 2 - 1}. */
    public static double[] design(double fraction, int taps, double cutoff, KaiserWindow window) {
        double[] h = new double[taps];
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double time = k - (taps / 2 - 1) - fraction;
            h[k] = sinc(2 * cutoff * time) * window.at(time / (taps / 2));
            sum += h[k];
        }
        for (int k = 0; k < taps; k++) {
            h[k] /= sum;
        }
        return h;
    }

    /** Positions per input sample. */
    public int phases() {
        return phases.length;
    }

    /** Taps per phase. */
    public int taps() {
        return taps;
    }

    /** The taps of one phase, shared and not to be written: a copy per call would defeat the per-sample readers. */
    public float[] phase(int phase) {
        return phases[phase];
    }

    /** The largest sum of absolute taps of a phase: no output exceeds it times the largest input sample. */
    public double gainBound() {
        return gainBound;
    }

    private static double sinc(double x) {
        // Whole numbers are exact zeros; sin(pi x) would leave rounding there.
        if (x == StrictMath.rint(x)) {
            return x == 0 ? 1 : 0;
        }
        return StrictMath.sin(StrictMath.PI * x) / (StrictMath.PI * x);
    }

    private static float[] toFloat(double[] exact) {
        float[] rounded = new float[exact.length];
        for (int k = 0; k < exact.length; k++) {
            rounded[k] = (float) exact[k];
        }
        return rounded;
    }

    private static double absoluteSum(float[] h) {
        double sum = 0;
        for (float tap : h) {
            sum += Math.abs(tap);
        }
        return sum;
    }
}
