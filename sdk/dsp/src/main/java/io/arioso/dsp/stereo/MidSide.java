package io.arioso.dsp.stereo;

/**
 * Left and right as mid = (L + R) / 2 and side = (L - R) / 2, and back.
 *
 * <p>Mid and side are {@code double}: samples less than 2^28 apart in size lose nothing on the way there, so that two
 * channels whose side becomes 0 come out equal bit for bit. Arithmetic per frame only; the offset is that of the
 * {@code float} planes, the others begin at 0. [audio-thread]
 */
public final class MidSide {
    private MidSide() {
    }

    /** Splits left and right into mid and side. */
    public static void encode(float[] left, float[] right, int offset, double[] mid, double[] side, int frames) {
        for (int i = 0; i < frames; i++) {
            double l = left[offset + i];
            double r = right[offset + i];
            mid[i] = 0.5 * (l + r);
            side[i] = 0.5 * (l - r);
        }
    }

    /** Joins mid and side to left and right. */
    public static void decode(double[] mid, double[] side, float[] left, float[] right, int offset, int frames) {
        for (int i = 0; i < frames; i++) {
            left[offset + i] = (float) (mid[i] + side[i]);
            right[offset + i] = (float) (mid[i] - side[i]);
        }
    }

    /**
     * Turns left and right, whose side is {@code from}, into those whose side is {@code to}; the mid is not touched.
     * Where the two are equal, left and right keep their bits, even the sign of zero.
     */
    public static void changeSide(double[] from, double[] to, float[] left, float[] right, int offset, int frames) {
        for (int i = 0; i < frames; i++) {
            left[offset + i] = (float) (left[offset + i] - (from[i] - to[i]));
            right[offset + i] = (float) (right[offset + i] - (to[i] - from[i]));
        }
    }
}
