package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadDelay;

/**
 * Takes the input gain back at the output, so that limiting is heard without being louder.
 *
 * <p>The gain is delayed like the sound it was applied to. Switching fades for 20 ms.
 */
final class UnityGain {
    private static final double FADE_SECONDS = 0.02;

    private final LookaheadDelay delay;
    private final float[] factors;
    private final int fadeFrames;
    private int fadeAt;
    private boolean fresh = true;

    UnityGain(double sampleRate, int latencyFrames, int maxFrames) {
        delay = new LookaheadDelay(latencyFrames, 1f);
        factors = new float[maxFrames];
        fadeFrames = Math.max(1, (int) StrictMath.rint(FADE_SECONDS * sampleRate));
    }

    /**
     * Divides each channel by the gain it was given.
     *
     * @param gains the gains applied to this block's input; changed
     * @param on    whether to divide from here on
     */
    void process(float[][] planes, float[] gains, int frames, boolean on) {
        delay.process(gains, 0, frames);
        if (fresh) {
            fadeAt = on ? fadeFrames : 0;
            fresh = false;
        }
        if (!on && fadeAt == 0) {
            return;
        }
        fillFactors(gains, frames, on ? 1 : -1);
        for (float[] samples : planes) {
            for (int i = 0; i < frames; i++) {
                samples[i] = samples[i] * factors[i];
            }
        }
    }

    private void fillFactors(float[] gains, int frames, int direction) {
        int at = fadeAt;
        for (int i = 0; i < frames; i++) {
            at = Math.max(0, Math.min(fadeFrames, at + direction));
            double share = (double) at / fadeFrames;
            factors[i] = (float) (1 + share * (1.0 / gains[i] - 1));
        }
        fadeAt = at;
    }

    void reset() {
        delay.reset();
        fresh = true;
    }
}
