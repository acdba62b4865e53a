package io.arioso.plugins.compressor;

import io.arioso.dsp.shape.OversampledSoftClip;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;

/** Drive and an oversampled soft clip for each channel. */
final class Clip {
    /** Without a straight part the harmonics fall off fastest: 20 dB less folds back than with a knee at half. */
    private static final double KNEE = 0;

    private final OversampledSoftClip[] clips;
    private final Smoother drive;
    private final Smoother ceiling;
    private final float[] drives = new float[Chunk.FRAMES];
    private final float[] tops = new float[Chunk.FRAMES];

    Clip(GainSection section, ProcessSetup setup) {
        clips = new OversampledSoftClip[setup.layout().channels()];
        for (int i = 0; i < clips.length; i++) {
            clips[i] = new OversampledSoftClip(section.oversampling.value().factor(), KNEE);
        }
        drive = setup.smooth(section.drive, Decibels::toGain);
        ceiling = setup.smooth(section.ceiling, Decibels::toGain);
    }

    int latencyFrames() {
        return clips[0].latencyFrames();
    }

    void process(float[][] audio, int from, int frames) {
        drive.fill(drives, frames);
        ceiling.fill(tops, frames);
        for (int channel = 0; channel < clips.length; channel++) {
            float[] samples = audio[channel];
            for (int i = 0; i < frames; i++) {
                samples[from + i] = samples[from + i] * drives[i];
            }
            clips[channel].process(samples, from, frames, tops);
        }
    }

    void reset() {
        for (OversampledSoftClip clip : clips) {
            clip.reset();
        }
    }
}
