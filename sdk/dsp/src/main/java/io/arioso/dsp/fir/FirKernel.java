package io.arioso.dsp.fir;

import java.util.Arrays;

/**
 * The inner loops of finite filters: one output at a time, or a whole block.
 *
 * <p>Both add in a fixed order that depends on the tap count only, so block boundaries never change a bit; the two
 * orders differ, so one signal must be read by one of them. An instance holds scratch and serves one thread.
 */
public final class FirKernel {
    private static final int BLOCK = 512;

    private final float[] row0 = new float[BLOCK];
    private final float[] row1 = new float[BLOCK];
    private final float[] row2 = new float[BLOCK];
    private final float[] row3 = new float[BLOCK];
    private final float[] sum = new float[BLOCK];

    /** One output: the sum of {@code taps[k] * x[at + k]}; eight running sums hide the adder's latency. */
    public static float dot(float[] taps, float[] x, int at) {
        int count = taps.length;
        int whole = count & ~7;
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int k = 0; k < whole; k += 8) {
            int i = at + k;
            s0 += taps[k] * x[i];
            s1 += taps[k + 1] * x[i + 1];
            s2 += taps[k + 2] * x[i + 2];
            s3 += taps[k + 3] * x[i + 3];
            s4 += taps[k + 4] * x[i + 4];
            s5 += taps[k + 5] * x[i + 5];
            s6 += taps[k + 6] * x[i + 6];
            s7 += taps[k + 7] * x[i + 7];
        }
        float rest = 0;
        for (int k = whole; k < count; k++) {
            rest += taps[k] * x[at + k];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    /**
     * Filters a block: {@code y[yAt + i]} becomes the sum of {@code taps[k] * x[xAt + i + k]}.
     *
     * <p>HotSpot vectorises only loops that read every array at the same index, hence the shifted copies.
     * [audio-thread]
     *
     * @param taps a multiple of four taps (pad with zeros)
     * @param x    holds {@code frames + taps.length - 1} samples from {@code xAt}; may not be {@code y}
     */
    public void run(float[] taps, float[] x, int xAt, float[] y, int yAt, int frames) {
        if ((taps.length & 3) != 0) {
            throw new IllegalArgumentException("taps: " + taps.length + " is not a multiple of 4");
        }
        for (int done = 0; done < frames; done += BLOCK) {
            int n = Math.min(BLOCK, frames - done);
            Arrays.fill(sum, 0, n, 0f);
            for (int k = 0; k < taps.length; k += 4) {
                int from = xAt + done + k;
                System.arraycopy(x, from, row0, 0, n);
                System.arraycopy(x, from + 1, row1, 0, n);
                System.arraycopy(x, from + 2, row2, 0, n);
                System.arraycopy(x, from + 3, row3, 0, n);
                accumulate(sum, row0, row1, row2, row3, taps, k, n);
            }
            System.arraycopy(sum, 0, y, yAt + done, n);
        }
    }

    /** Adds four taps from {@code taps[k]} on, applied to four equally indexed rows, to {@code sum[0..n)}. */
    public static void accumulate(float[] sum, float[] row0, float[] row1, float[] row2, float[] row3,
            float[] taps, int k, int n) {
        float c0 = taps[k];
        float c1 = taps[k + 1];
        float c2 = taps[k + 2];
        float c3 = taps[k + 3];
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + ((c0 * row0[i] + c1 * row1[i]) + (c2 * row2[i] + c3 * row3[i]));
        }
    }
}
