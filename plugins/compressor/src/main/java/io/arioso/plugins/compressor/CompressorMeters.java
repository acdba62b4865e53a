package io.arioso.plugins.compressor;

import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;

/** Shows twenty times a second what was applied, and, where somebody may watch, how loud in, out and key were. */
final class CompressorMeters {
    private static final double FIGURES_PER_SECOND = 20;

    private final Compressor effect;
    private final boolean watched;
    private final int framesPerFigure;
    private int framesToFigure;
    private float in;
    private float out;
    private float key;

    CompressorMeters(Compressor effect, ProcessSetup setup) {
        this.effect = effect;
        watched = !setup.offline();
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
        framesToFigure = framesPerFigure;
    }

    void takeInput(float[][] planes, int from, int frames) {
        in = watched ? peak(planes, from, frames, in) : 0;
    }

    void takeKey(float[][] planes, int frames) {
        key = watched ? peak(planes, 0, frames, key) : 0;
    }

    void takeOutput(float[][] planes, int from, int frames) {
        out = watched ? peak(planes, from, frames, out) : 0;
    }

    private static float peak(float[][] planes, int from, int frames, float before) {
        float most = before;
        for (float[] plane : planes) {
            for (int i = from; i < from + frames; i++) {
                most = Math.max(most, Math.abs(plane[i]));
            }
        }
        return most;
    }

    /** Publishes what is due. */
    void advance(int frames, GainStage stage, Makeup makeup) {
        framesToFigure -= frames;
        if (framesToFigure > 0) {
            return;
        }
        framesToFigure += framesPerFigure;
        effect.gainReduction.publish(-Decibels.fromGain(stage.takeLeastGain()));
        effect.makeupGain.publish(Decibels.fromGain(makeup.gain()));
        if (watched) {
            effect.levelIn.publish(Decibels.fromGain(in));
            effect.levelOut.publish(Decibels.fromGain(out));
            effect.levelKey.publish(Decibels.fromGain(key));
        }
        in = 0;
        out = 0;
        key = 0;
    }

    void reset() {
        framesToFigure = framesPerFigure;
        in = 0;
        out = 0;
        key = 0;
    }
}
