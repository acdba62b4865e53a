package io.arioso.dsp.dynamics;

/** Samples that no sound has: not a number, infinite, or beyond 1e20 (+400 dBFS). */
public final class WildSamples {
    private static final float LARGEST = 1e20f;

    private WildSamples() {
    }

    /** Turns them into silence in {@code audio[from..from + frames)}. [audio-thread] */
    public static void silence(float[] audio, int from, int frames) {
        for (int i = from; i < from + frames; i++) {
            // False for NaN too.
            audio[i] = Math.abs(audio[i]) <= LARGEST ? audio[i] : 0f;
        }
    }
}
