package io.arioso.dsp.meter;

import io.arioso.dsp.fir.FirKernel;
import io.arioso.dsp.fir.PolyphaseFilter;
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
    private static final int EXTRA = 8;

    /** Even and odd part of each pair of phases, filled by {@link #run}. */
    final float[][] even;
    final float[][] odd;
    /** The middle phase, or null when there is none. */
    final float[] middle;
    /** The samples at the interpolated places themselves (phase 0), or null when phase 0 is one of the pairs. */
    final float[] sample;

    private final int taps;
    private final float[][] evenTaps;
    private final float[][] oddTaps;
    private final float[] middleTaps;
    private final double gainBound;
    private final float[] window;
    private final float[][] early = new float[4][BLOCK + EXTRA];
    private final float[][] late = new float[4][BLOCK + EXTRA];

    private MirrorInterpolator(int taps, float[][] first, float[][] mirror, float[] middleTaps, boolean samplesToo,
            double gainBound) {
        this.taps = taps;
        this.gainBound = gainBound;
        this.evenTaps = new float[first.length][];
        this.oddTaps = new float[first.length][];
        for (int pair = 0; pair < first.length; pair++) {
            evenTaps[pair] = half(first[pair], mirror[pair], 1);
            oddTaps[pair] = half(first[pair], mirror[pair], -1);
        }
        this.middleTaps = middleTaps == null ? null : Arrays.copyOf(middleTaps, taps / 2);
        this.even = new float[first.length][BLOCK + EXTRA];
        this.odd = new float[first.length][BLOCK + EXTRA];
        this.middle = middleTaps == null ? null : new float[BLOCK + EXTRA];
        this.sample = samplesToo ? new float[BLOCK + EXTRA] : null;
        this.window = new float[taps + BLOCK];
    }

    /** Runs a full-band filter of an even number of phases whose taps are a multiple of 8. */
    static MirrorInterpolator of(PolyphaseFilter filter) {
        int phases = filter.phases();
        float[][] first = new float[phases / 2 - 1][];
        float[][] mirror = new float[phases / 2 - 1][];
        for (int pair = 0; pair < first.length; pair++) {
            first[pair] = filter.phase(pair + 1);
            mirror[pair] = filter.phase(phases - 1 - pair);
        }
        return new MirrorInterpolator(filter.taps(), first, mirror, filter.phase(phases / 2), true,
                filter.gainBound());
    }

    /** Runs pairs of phases that mirror each other and have no middle: the interpolator of BS.1770 Annex 2. */
    static MirrorInterpolator ofPairs(float[][] first, float[][] mirror, double gainBound) {
        return new MirrorInterpolator(first[0].length, first, mirror, null, false, gainBound);
    }

    /** Samples before the newest that {@link #run} reads at its latest output; the window holds one more. */
    int taps() {
        return taps;
    }

    /** No output exceeds this times the largest sample it was computed from. */
    double gainBound() {
        return gainBound;
    }

    /** Forgets the past: as if silence had been playing. */
    void reset() {
        Arrays.fill(window, 0f);
    }

    /** Makes up to {@link #BLOCK} new samples the end of the window; {@link #shift} must follow before the next. */
    void load(float[] in, int at, int frames) {
        System.arraycopy(in, at, window, taps, frames);
    }

    /** Replaces what is not a finite number among the loaded samples by silence; returns how many there were. */
    int silenceNonFinite(int frames) {
        int found = 0;
        for (int i = taps; i < taps + frames; i++) {
            if (!(Math.abs(window[i]) <= Float.MAX_VALUE)) {
                window[i] = 0;
                found++;
            }
        }
        return found;
    }

    /** Largest magnitude in the loaded samples; NaN or infinite when one of them is. */
    float loadedPeak(int frames) {
        return peak(taps, taps + frames);
    }

    /** Largest magnitude among the samples kept from earlier blocks. */
    float keptPeak() {
        return peak(0, taps);
    }

    private float peak(int from, int to) {
        float peak = 0;
        for (int i = from; i < to; i++) {
            peak = Math.max(peak, Math.abs(window[i]));
        }
        return peak;
    }

    /** Ends a block: keeps the newest samples for the next. */
    void shift(int frames) {
        System.arraycopy(window, frames, window, 0, taps);
    }

    /**
     * Computes {@code frames + before} outputs: those of the loaded block and {@code before} (0 or 1) earlier again.
     */
    void run(int frames, int before) {
        int n = frames + before;
        int start = 1 - before;
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

    /** Writes the largest magnitude of each frame's phases, at least {@code floor}, after {@link #run} without before. */
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
