package io.arioso.plugins.limiter;

import io.arioso.dsp.shape.OversampledSoftClip;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;

/** Rounds off, at four times the rate, peaks that rise too far above the ceiling; the limiter has the rest. */
final class ClipAssist {
    private static final int FACTOR = 4;
    /** -3 dB: with 3 dB above the ceiling, bending begins at the ceiling. */
    private static final double KNEE = 0.7079;

    private final OversampledSoftClip[] clips;
    private final Smoother above;
    private final float[] tops;

    ClipAssist(Limiter effect, ProcessSetup setup) {
        above = setup.smooth(effect.clipAboveDb, Decibels::toGain);
        tops = new float[setup.maxFrames()];
        clips = new OversampledSoftClip[setup.layout().channels()];
        for (int channel = 0; channel < clips.length; channel++) {
            clips[channel] = new OversampledSoftClip(FACTOR, KNEE);
        }
    }

    int latencyFrames() {
        return clips[0].latencyFrames();
    }

    void process(float[][] planes, int frames, Ceiling ceiling) {
        above.fill(tops, frames);
        ceiling.scale(tops, frames);
        for (int channel = 0; channel < clips.length; channel++) {
            clips[channel].process(planes[channel], 0, frames, tops);
        }
    }

    float takeLeastGain() {
        float least = 1;
        for (OversampledSoftClip clip : clips) {
            least = Math.min(least, clip.takeLeastGain());
        }
        return least;
    }

    void reset() {
        for (OversampledSoftClip clip : clips) {
            clip.reset();
        }
    }
}
