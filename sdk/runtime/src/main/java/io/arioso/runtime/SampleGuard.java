package io.arioso.runtime;

/** Finds samples that no converter and no filter should see. */
final class SampleGuard {
    /** +120 dB over full scale: beyond it a sample is taken for damage. */
    static final float LIMIT = 1e6f;

    private SampleGuard() {
    }

    /** Puts silence in the place of every sample that is not finite or above {@link #LIMIT}. */
    static void silenceDamage(float[][] channels, int frames) {
        for (float[] samples : channels) if (!harmless(samples, frames)) silenceDamage(samples, frames);
    }

    private static void silenceDamage(float[] samples, int frames) {
        for (int frame = 0; frame < frames; frame++)
            if (!(Math.abs(samples[frame]) <= LIMIT)) samples[frame] = 0;
    }

    /** Whether every sample is finite. */
    static boolean finite(float[] samples, int frames) {
        if (harmless(samples, frames)) return true;
        for (int frame = 0; frame < frames; frame++) if (!(Math.abs(samples[frame]) <= Float.MAX_VALUE)) return false;
        return true;
    }

    /**
     * Whether the energy alone proves every sample finite and within {@link #LIMIT}; eight sums keep the adder busy.
     */
    private static boolean harmless(float[] x, int frames) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int i = 0;
        for (; i + 7 < frames; i += 8) {
            a += x[i] * x[i];
            b += x[i + 1] * x[i + 1];
            c += x[i + 2] * x[i + 2];
            d += x[i + 3] * x[i + 3];
            e += x[i + 4] * x[i + 4];
            f += x[i + 5] * x[i + 5];
            g += x[i + 6] * x[i + 6];
            h += x[i + 7] * x[i + 7];
        }
        for (; i < frames; i++) a += x[i] * x[i];
        return ((a + b) + (c + d)) + ((e + f) + (g + h)) <= LIMIT * LIMIT;
    }
}
