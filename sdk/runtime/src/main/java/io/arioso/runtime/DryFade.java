package io.arioso.runtime;

/**
 * The crossfade between a processor's output and its delayed input: 10 ms for a bypass, at once but without a step in
 * the waveform when the processor has failed.
 */
final class DryFade {
    private static final double FADE_MS = 10;

    private final int length;
    private final float[] lastOutput;
    private final float[] seam;
    private int dryness;
    private int seamLeft;

    DryFade(int channels, double sampleRate) {
        length = Math.max(1, (int) Math.rint(FADE_MS / 1000 * sampleRate));
        lastOutput = new float[channels];
        seam = new float[channels];
    }

    void jumpTo(boolean dry) {
        dryness = dry ? length : 0;
        seamLeft = 0;
        java.util.Arrays.fill(lastOutput, 0);
    }

    /** Leaves the output for the dry signal from this block on; what would be a step fades instead. */
    void fall(DryPath dry) {
        if (dryness == length) return;
        dryness = length;
        for (int channel = 0; channel < seam.length; channel++)
            seam[channel] = lastOutput[channel] - dry.channel(channel)[0];
        seamLeft = length;
    }

    /** Mixes a block in place, moving towards dry or wet. */
    void mix(float[][] wet, DryPath dry, int frames, boolean towardsDry) {
        int from = dryness;
        if (towardsDry && dryness == length) {
            for (int channel = 0; channel < seam.length; channel++)
                System.arraycopy(dry.channel(channel), 0, wet[channel], 0, frames);
        } else if (towardsDry || dryness > 0) {
            int direction = towardsDry ? 1 : -1;
            for (int channel = 0; channel < seam.length; channel++)
                crossfade(wet[channel], dry.channel(channel), frames, from, direction);
            dryness = Math.max(0, Math.min(length, from + direction * frames));
        }
        if (seamLeft > 0) closeSeam(wet, frames);
        for (int channel = 0; channel < seam.length; channel++) lastOutput[channel] = wet[channel][frames - 1];
    }

    private void crossfade(float[] wet, float[] dry, int frames, int from, int direction) {
        for (int frame = 0; frame < frames; frame++) {
            int at = from + direction * (frame + 1);
            if (at >= length) wet[frame] = dry[frame];
            else if (at > 0) wet[frame] += (dry[frame] - wet[frame]) * ((float) at / length);
        }
    }

    private void closeSeam(float[][] output, int frames) {
        int faded = Math.min(frames, seamLeft);
        for (int channel = 0; channel < seam.length; channel++)
            for (int frame = 0; frame < faded; frame++)
                output[channel][frame] += seam[channel] * ((float) (seamLeft - frame) / length);
        seamLeft -= faded;
    }
}
