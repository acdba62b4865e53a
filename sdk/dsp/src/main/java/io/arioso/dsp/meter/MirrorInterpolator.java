package io.arioso.dsp.meter;

import io.arioso.dsp.fir.FirKernel;
import java.util.Arrays;

/**
 * Interpolates a stream between its samples, at two thirds of the price that its taps suggest.
 *
 * <p>Phase {@code p} of a linear-phase interpolator is phase {@code phases - p} backwards. Folding the window about its
 * centre first, {@code s = x[k] + x[taps-1-k]} and {@code d = x[k] - x[taps-1-k]}, gives an even part from {@code s}
 * and an odd part from {@code d} that serve both: one phase is {@code even + odd}, its mirror {@code even - odd}, and
 * the larger magnitude of the two is {@code |even| + |odd|}. The middle phase is all even.
 *
 * <p>Every output sums in one fixed order, so blocks may be cut anywhere. Serves one channel, one thread.
 */
final class MirrorInterpolator {
    /** Largest block of {@link #load}: eight rows and the sums stay in a 32 KiB first-level cache. */
    static final int BLOCK = 512;

    // Filled by run(): the even and odd part of each pair of phases, the middle phase and the samples themselves
    // (phase 0); the last two are null in a filter made of pairs only.
    private final float[][] even;
    private final float[][] odd;
    private final float[] middle;
    private final float[] sample;

    private final int taps;
    private final float[][] evenTaps;
    private final float[][] oddTaps;
    private final float[] middleTaps;
    private final PeakBound bound;
    private final float[] window;
    private final float[][] early = new float[4][BLOCK + 1];
    private final float[][] late = new float[4][BLOCK + 1];

    /**
     * Runs a filter of an even number of phases, the taps forward and a multiple of 8.
     *
     * @param phases  in the order of time; each the mirror image of its partner, which is the one that stands as far
     *                from the end, when {@code pairsOnly}, or else phase {@code phases - p}, and then phase 0 must be
     *                the sample itself
     * @param crests  whether {@link #search} bounds the crests of parabolas through the values, too
     */
    MirrorInterpolator(float[][] phases, boolean pairsOnly, boolean crests) {
        int first = pairsOnly ? 0 : 1;
        int pairs = (phases.length - first) / 2;
        this.taps = phases[0].length;
        this.bound = new PeakBound(phases, crests, taps + BLOCK);
        this.evenTaps = new float[pairs][];
        this.oddTaps = new float[pairs][];
        for (int pair = 0; pair < pairs; pair++) {
            float[] early = phases[first + pair];
            float[] late = phases[phases.length - 1 - pair];
            evenTaps[pair] = half(early, late, 1);
            oddTaps[pair] = half(early, late, -1);
        }
        this.middleTaps = pairsOnly ? null : Arrays.copyOf(phases[phases.length / 2], taps / 2);
        this.even = new float[pairs][BLOCK + 1];
        this.odd = new float[pairs][BLOCK + 1];
        this.middle = pairsOnly ? null : new float[BLOCK + 1];
        this.sample = pairsOnly ? null : new float[BLOCK + 1];
        this.window = new float[taps + BLOCK];
    }

    /** No output exceeds this times the largest sample it was computed from. */
    double gainBound() {
        return bound.gain();
    }

    /** Forgets the past: as if silence had been playing. */
    void reset() {
        Arrays.fill(window, 0f);
    }

    /** Makes up to {@link #BLOCK} new samples the end of the window; {@link #shift} must follow before the next. */
    void load(float[] in, int at, int frames) {
        System.arraycopy(in, at, window, taps, frames);
    }

    /** Makes silence the end of the window, to read what a signal that stops here still holds. */
    void loadSilence(int frames) {
        Arrays.fill(window, taps, taps + frames, 0f);
    }

    /** Replaces what is not a finite number among the loaded samples by silence. */
    void silenceNonFinite(int frames) {
        for (int i = taps; i < taps + frames; i++) {
            if (!(Math.abs(window[i]) <= Float.MAX_VALUE)) {
                window[i] = 0;
            }
        }
    }

    /** Largest magnitude that outputs of the loaded block can be computed from; NaN or infinite when a sample is. */
    float measure(int frames) {
        return bound.measure(window, frames);
    }

    /**
     * Finds the next stretch of the measured block, at {@code start} or later, that might exceed {@code threshold}:
     * {@link #from} to {@link #to}. Returns false when there is none.
     */
    boolean search(int start, double threshold) {
        return bound.search(start, threshold);
    }

    int from() {
        return bound.from();
    }

    int to() {
        return bound.to();
    }

    /** Ends a block: keeps the newest samples for the next. */
    void shift(int frames) {
        System.arraycopy(window, frames, window, 0, taps);
    }

    /** Computes outputs {@code from} to {@code to} of the loaded block, into places 0 and on; -1 is the one before. */
    void run(int from, int to) {
        int n = to - from;
        int start = from + 1;
        for (int pair = 0; pair < even.length; pair++) {
            Arrays.fill(even[pair], 0, n, 0f);
            Arrays.fill(odd[pair], 0, n, 0f);
        }
        if (middle != null) {
            Arrays.fill(middle, 0, n, 0f);
        }
        for (int k = 0; k < taps / 2; k += 4) {
            for (int row = 0; row < 4; row++) {
                System.arraycopy(window, start + k + row, early[row], 0, n);
                System.arraycopy(window, start + taps - 1 - k - row, late[row], 0, n);
                fold(early[row], late[row], n);
            }
            accumulate(k, n);
        }
        if (sample != null) {
            System.arraycopy(window, start + taps / 2 - 1, sample, 0, n);
        }
    }

    /** Writes the largest magnitude of each frame's phases, at least {@code floor}, of the last {@link #run}. */
    void readPeaks(float[] peaks, int at, int n, float floor) {
        float[] peak = early[0];
        Arrays.fill(peak, 0, n, floor);
        for (int pair = 0; pair < even.length; pair++) {
            raiseToPair(peak, even[pair], odd[pair], n);
        }
        if (middle != null) {
            raiseTo(peak, middle, n);
        }
        if (sample != null) {
            raiseTo(peak, sample, n);
        }
        System.arraycopy(peak, 0, peaks, at, n);
    }

    /** Phases per frame, in the order of time. */
    int phases() {
        return 2 * even.length + (middle == null ? 0 : 1) + (sample == null ? 0 : 1);
    }

    /** One value of frame {@code i} of the last {@link #run}. */
    float value(int i, int phase) {
        if (sample != null && phase == 0) {
            return sample[i];
        }
        int pair = sample == null ? phase : phase - 1;
        if (pair < even.length) {
            return even[pair][i] + odd[pair][i];
        }
        if (middle != null && pair == even.length) {
            return middle[i];
        }
        int mirrored = phases() - 1 - phase;
        return even[mirrored][i] - odd[mirrored][i];
    }

    private static void raiseToPair(float[] peak, float[] even, float[] odd, int n) {
        for (int i = 0; i < n; i++) {
            peak[i] = Math.max(peak[i], Math.abs(even[i]) + Math.abs(odd[i]));
        }
    }

    private static void raiseTo(float[] peak, float[] values, int n) {
        for (int i = 0; i < n; i++) {
            peak[i] = Math.max(peak[i], Math.abs(values[i]));
        }
    }

    private void accumulate(int k, int n) {
        float[] s0 = early[0];
        float[] s1 = early[1];
        float[] s2 = early[2];
        float[] s3 = early[3];
        for (int pair = 0; pair < even.length; pair++) {
            FirKernel.accumulate(even[pair], s0, s1, s2, s3, evenTaps[pair], k, n);
            FirKernel.accumulate(odd[pair], late[0], late[1], late[2], late[3], oddTaps[pair], k, n);
        }
        if (middle != null) {
            FirKernel.accumulate(middle, s0, s1, s2, s3, middleTaps, k, n);
        }
    }

    private static void fold(float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            float x = a[i];
            float y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    // first[k] = even[k] + odd[k] and mirror[k] = even[k] - odd[k] for k below taps / 2.
    private static float[] half(float[] first, float[] mirror, int sign) {
        float[] half = new float[first.length / 2];
        for (int k = 0; k < half.length; k++) {
            half[k] = 0.5f * (first[k] + sign * mirror[k]);
        }
        return half;
    }
}
