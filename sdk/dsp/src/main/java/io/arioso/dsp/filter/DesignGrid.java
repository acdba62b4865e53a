package io.arioso.dsp.filter;

/**
 * The grid of frames on which an equaliser spends its bounded steps of design: 32 frames at 44.1 and 48 kHz, some 0.7 ms
 * at any rate up to the longest cell.
 */
public final class DesignGrid {
    private static final int FRAMES_48K = 32;
    private static final double HIGHEST_RATE = 2200;

    private DesignGrid() {
    }

    /** Frames between two steps at a sample rate in Hz, a power of two, at most {@code longestCell}. */
    public static int frames(double sampleRate, int longestCell) {
        int frames = FRAMES_48K;
        while (frames < longestCell && sampleRate / frames > HIGHEST_RATE) {
            frames *= 2;
        }
        return frames;
    }
}
