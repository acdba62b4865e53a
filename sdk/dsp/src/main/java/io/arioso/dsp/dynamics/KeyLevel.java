package io.arioso.dsp.dynamics;

import java.util.Arrays;

/** The level of the loudest channel of a key in decibels: its peak within the last 5 ms. */
final class KeyLevel {
    /** Frames that one call takes at most. */
    static final int CHUNK = 256;

    private final PeakHold hold;
    private final float[] loudest = new float[CHUNK];
    private final double[] levels = new double[CHUNK];

    KeyLevel(double sampleRate) {
        hold = new PeakHold(Math.max(1, (int) StrictMath.rint(LevelKind.PEAK_HOLD_MS * sampleRate / 1000)));
    }

    /** What is left of a release time for the follower, once the peak is no longer held. */
    static double releaseMs(double wholeMs) {
        return Math.max(wholeMs - LevelKind.PEAK_HOLD_MS, wholeMs / 2);
    }

    /** The levels of up to {@link #CHUNK} frames, in an array that the next call overwrites. */
    double[] process(float[][] key, int from, int frames) {
        Arrays.fill(loudest, 0, frames, 0f);
        for (float[] channel : key) {
            for (int i = 0; i < frames; i++) {
                loudest[i] = Math.max(loudest[i], Math.abs(channel[from + i]));
            }
        }
        hold.process(loudest, loudest, frames);
        for (int i = 0; i < frames; i++) {
            levels[i] = FastDecibels.toDb(loudest[i]);
        }
        return levels;
    }

    void reset() {
        hold.reset();
    }
}
