package io.arioso.runtime;

/**
 * Closes the step in the waveform where one signal takes over from another: what the new one lacks at the first frame
 * is added to it and fades out. [audio-thread]
 */
public final class Seam {
    private final int length;
    private final float[] step;
    private final float[] last;
    private int left;
    private boolean heard;

    /** A seam that fades over {@code length} frames, 1 or more. */
    public Seam(int channels, int length) {
        this.length = length;
        step = new float[channels];
        last = new float[channels];
    }

    /**
     * Opens the seam in front of a block that starts a new signal at {@code next[…][offset]}, if there was an old one.
     */
    public void open(float[][] next, int offset) {
        if (!heard) return;
        for (int channel = 0; channel < step.length; channel++) step[channel] = last[channel] - next[channel][offset];
        left = length;
    }

    /** Works on the output that is heard, block by block, open or not. */
    public void process(float[][] output, int offset, int frames) {
        if (left > 0) {
            int faded = Math.min(frames, left);
            for (int channel = 0; channel < step.length; channel++)
                for (int frame = 0; frame < faded; frame++)
                    output[channel][offset + frame] += step[channel] * ((float) (left - frame) / length);
            left -= faded;
        }
        for (int channel = 0; channel < step.length; channel++) last[channel] = output[channel][offset + frames - 1];
        heard = true;
    }

    /** Forgets the signal. */
    public void reset() {
        left = 0;
        heard = false;
        java.util.Arrays.fill(last, 0);
    }
}
