package io.arioso.runtime;

/** Finds samples that no converter and no filter should see. */
final class SampleGuard {
    /** +120 dB over full scale: beyond it a sample is taken for damage. */
    static final float LIMIT = 1e6f;

    private SampleGuard() {
    }

    /** Puts silence in the place of every sample that is not finite or above {@link #LIMIT}. */
    static void silenceDamage(float[][] channels, int frames) {
        for (float[] samples : channels) if (!(peak(samples, frames) <= LIMIT)) silenceDamage(samples, frames);
    }

    /** Whether every sample is finite. */
    static boolean finite(float[] samples, int frames) {
        return peak(samples, frames) <= Float.MAX_VALUE;
    }

    private static void silenceDamage(float[] samples, int frames) {
        for (int frame = 0; frame < frames; frame++)
            if (!(Math.abs(samples[frame]) <= LIMIT)) samples[frame] = 0;
    }

    /** The greatest magnitude; NaN if one sample is NaN. */
    private static float peak(float[] samples, int frames) {
        float peak = 0;
        for (int frame = 0; frame < frames; frame++) peak = Math.max(peak, Math.abs(samples[frame]));
        return peak;
    }
}
