package io.arioso.dsp.convolution;

/** Copies input samples, silencing those that would spoil every partition they reach. */
final class InputGuard {
    /** Below this a sample counts as silence: Java has no flush-to-zero, and its products would be denormal. */
    static final float FLOOR = 1e-30f;
    private static final float CEILING = 1e12f;

    private InputGuard() {
    }

    static void copy(float[] in, int inOffset, float[] to, int toOffset, int frames) {
        for (int i = 0; i < frames; i++) {
            float sample = in[inOffset + i];
            float size = Math.abs(sample);
            // A NaN fails both comparisons.
            to[toOffset + i] = size >= FLOOR && size <= CEILING ? sample : 0f;
        }
    }
}
