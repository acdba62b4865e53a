package io.arioso.runtime;

/**
 * The crossfade between a processor's output and its delayed input: 10 ms for a bypass, at once but without a step in
 * the waveform when the processor has failed.
 */
final class DryFade {
    private static final double FADE_MS = 10;

    private final int length;
    private final int channels;
    private final Seam seam;
    private int dryness;

    DryFade(int channels, double sampleRate) {
        this.channels = channels;
        length = Math.max(1, (int) Math.rint(FADE_MS / 1000 * sampleRate));
        seam = new Seam(channels, length);
    }

    void jumpTo(boolean dry) {
        dryness = dry ? length : 0;
        seam.reset();
    }

    /** Leaves the output for the dry signal from this block on. */
    void fall(DryPath dry) {
        if (dryness == length) return;
        dryness = length;
        seam.open(dry.block(), 0);
    }

    /** Mixes a block in place, moving towards dry or wet. */
    void mix(float[][] wet, DryPath dry, int frames, boolean towardsDry) {
        int from = dryness;
        if (towardsDry && dryness == length) {
            for (int channel = 0; channel < channels; channel++)
                System.arraycopy(dry.block()[channel], 0, wet[channel], 0, frames);
        } else if (towardsDry || dryness > 0) {
            int direction = towardsDry ? 1 : -1;
            for (int channel = 0; channel < channels; channel++)
                crossfade(wet[channel], dry.block()[channel], frames, from, direction);
            dryness = Math.max(0, Math.min(length, from + direction * frames));
        }
        seam.process(wet, 0, frames);
    }

    private void crossfade(float[] wet, float[] dry, int frames, int from, int direction) {
        for (int frame = 0; frame < frames; frame++) {
            int at = from + direction * (frame + 1);
            if (at >= length) wet[frame] = dry[frame];
            else if (at > 0) wet[frame] += (dry[frame] - wet[frame]) * ((float) at / length);
        }
    }
}
