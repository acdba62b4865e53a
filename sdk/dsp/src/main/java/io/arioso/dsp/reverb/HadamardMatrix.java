package io.arioso.dsp.reverb;

/**
 * The Hadamard matrix of order 16 over 4: every line goes to every line at the same level.
 *
 * <p>Two passes of four-row butterflies; halves are exact in floating point, so nothing is lost but the rounding of sums.
 */
final class HadamardMatrix implements FeedbackMatrix {
    /** Number of rows. */
    static final int ROWS = 16;

    private static final int RADIX = 4;

    @Override
    public void process(float[][] rows, int frames) {
        for (int row = 0; row < ROWS; row += RADIX) {
            butterfly(rows[row], rows[row + 1], rows[row + 2], rows[row + 3], frames);
        }
        for (int row = 0; row < RADIX; row++) {
            butterfly(rows[row], rows[row + 4], rows[row + 8], rows[row + 12], frames);
        }
    }

    private static void butterfly(float[] a, float[] b, float[] c, float[] d, int frames) {
        for (int i = 0; i < frames; i++) {
            float sumAb = a[i] + b[i];
            float differenceAb = a[i] - b[i];
            float sumCd = c[i] + d[i];
            float differenceCd = c[i] - d[i];
            a[i] = 0.5f * (sumAb + sumCd);
            b[i] = 0.5f * (differenceAb + differenceCd);
            c[i] = 0.5f * (sumAb - sumCd);
            d[i] = 0.5f * (differenceAb - differenceCd);
        }
    }
}
