package io.arioso.dsp.meter;

/** The highest sample of a stretch: four running maxima, since a single one would wait for itself at every sample. */
public final class SamplePeak {
    private SamplePeak() {
    }

    /** The highest magnitude of {@code frames} samples from {@code from} on; 0 for none. */
    public static float of(float[] x, int from, int frames) {
        float m0 = 0;
        float m1 = 0;
        float m2 = 0;
        float m3 = 0;
        int to = from + frames;
        int i = from;
        for (; i + 3 < to; i += 4) {
            m0 = Math.max(m0, Math.abs(x[i]));
            m1 = Math.max(m1, Math.abs(x[i + 1]));
            m2 = Math.max(m2, Math.abs(x[i + 2]));
            m3 = Math.max(m3, Math.abs(x[i + 3]));
        }
        for (; i < to; i++) {
            m0 = Math.max(m0, Math.abs(x[i]));
        }
        return Math.max(Math.max(m0, m1), Math.max(m2, m3));
    }
}
