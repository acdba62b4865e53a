package io.arioso.dsp.stereo;

/**
 * Left and right as mid = (L + R) / 2 and side = (L - R) / 2, and back.
 *
 * <p>Arithmetic per frame only. The offset is that of left and right; mid and side begin at index 0. [audio-thread]
 */
public final class MidSide {
    private MidSide() {
    }

    /** Splits left and right into mid and side. */
    public static void encode(float[] left, float[] right, int offset, float[] mid, float[] side, int frames) {
        for (int i = 0; i < frames; i++) {
            float l = left[offset + i];
            float r = right[offset + i];
            mid[i] = 0.5f * (l + r);
            side[i] = 0.5f * (l - r);
        }
    }

    /** Joins mid and side to left and right. */
    public static void decode(float[] mid, float[] side, float[] left, float[] right, int offset, int frames) {
        for (int i = 0; i < frames; i++) {
            left[offset + i] = mid[i] + side[i];
            right[offset + i] = mid[i] - side[i];
        }
    }

    /**
     * Turns left and right, whose side is {@code from} as {@link #encode} made it, into those whose side is {@code to};
     * the mid is not touched. A frame whose side stays the same keeps its bits.
     */
    public static void changeSide(float[] from, float[] to, float[] left, float[] right, int offset, int frames) {
        for (int i = 0; i < frames; i++) {
            if (from[i] != to[i]) {
                double mid = 0.5 * ((double) left[offset + i] + right[offset + i]);
                left[offset + i] = (float) (mid + to[i]);
                right[offset + i] = (float) (mid - to[i]);
            }
        }
    }
}
