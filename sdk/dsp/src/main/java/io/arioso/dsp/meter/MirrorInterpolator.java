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

    /**
     * Largest magnitude that the next {@link #run} can read, and a hair more, as float sums may round up; NaN or
     * infinite when a sample is.
     */
    float windowPeak(int frames) {
        float peak = 0;
        for (int i = 0; i < taps + frames; i++) {
            peak = Math.max(peak, Math.abs(window[i]));
        }
        return peak * 1.0001f;
    }

    /** Ends a block: keeps the newest samples for the next. */
    void shift(int frames) {
        System.arraycopy(window, frames, window, 0, taps);
    }

    /**
     * Computes {@code frames + before} outputs: those of the loaded block after {@code before} (0 or 1) earlier ones.
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
