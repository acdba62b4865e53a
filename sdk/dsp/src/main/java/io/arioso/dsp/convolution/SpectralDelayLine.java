package io.arioso.dsp.convolution;

import java.util.Arrays;

/**
 * The spectra of the last input windows, newest first, and their products with an impulse response's.
 *
 * <p>The "frequency domain delay line" of Gardner's partitioned convolution: one forward transform a block serves all
 * partitions. Windows of pure silence are remembered as such and cost nothing.
 */
final class SpectralDelayLine {
    private final int block;
    private final float[][] re;
    private final float[][] im;
    private final boolean[] silent;
    private int newest;

    SpectralDelayLine(int partitions, int block) {
        this.block = block;
        re = new float[partitions][block];
        im = new float[partitions][block];
        silent = new boolean[partitions];
        reset();
    }

    /** Makes place for a window: unless silent it is then transformed to {@link #newestRe} and {@link #newestIm}. */
    void advance(float[] window) {
        newest = newest == 0 ? re.length - 1 : newest - 1;
        silent[newest] = isSilent(window);
    }

    private static boolean isSilent(float[] samples) {
        for (float sample : samples) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    float[] newestRe() {
        return re[newest];
    }

    float[] newestIm() {
        return im[newest];
    }

    /** Whether the newest window is pure silence. */
    boolean newestIsSilent() {
        return silent[newest];
    }

    /** Adds the window of {@code partition} blocks ago times that partition; returns whether there was any sound. */
    boolean multiplyAdd(int partition, ImpulsePartitions impulse, float[] sumRe, float[] sumIm) {
        int at = newest + partition;
        if (at >= re.length) {
            at -= re.length;
        }
        if (silent[at]) {
            return false;
        }
        multiplyAdd(re[at], im[at], impulse.re[partition], impulse.im[partition], sumRe, sumIm, block);
        return true;
    }

    /** Same index everywhere, so that HotSpot vectorises; bin 0 holds two real bins and is put right afterwards. */
    private static void multiplyAdd(float[] xRe, float[] xIm, float[] hRe, float[] hIm, float[] sumRe, float[] sumIm,
            int bins) {
        float atZero = sumRe[0] + xRe[0] * hRe[0];
        float atHalf = sumIm[0] + xIm[0] * hIm[0];
        for (int k = 0; k < bins; k++) {
            sumRe[k] = sumRe[k] + (xRe[k] * hRe[k] - xIm[k] * hIm[k]);
            sumIm[k] = sumIm[k] + (xRe[k] * hIm[k] + xIm[k] * hRe[k]);
        }
        sumRe[0] = atZero;
        sumIm[0] = atHalf;
    }

    void reset() {
        Arrays.fill(silent, true);
        newest = 0;
    }
}
