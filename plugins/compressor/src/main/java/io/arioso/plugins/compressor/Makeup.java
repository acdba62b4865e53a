package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.FastDecibels;
import io.arioso.dsp.meter.LoudnessMatch;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** The automatic part of the makeup gain: from the curve, from measured loudness, or none. */
final class Makeup {
    private static final MakeupMode[] MODES = MakeupMode.values();
    private static final double SMOOTHING_SECONDS = 0.1;
    private static final double ARRIVED = 1e-7;
    private static final double STATIC_SHARE = 0.5;

    private final LiveValue mode;
    private final LoudnessMatch match;
    private final double share;
    private double gain = 1;
    private double next = 1;
    private int at;
    private boolean fresh = true;

    Makeup(GainSection section, ProcessSetup setup) {
        mode = setup.live(section.makeupMode);
        match = new LoudnessMatch(setup.sampleRate(), setup.layout().channels(), Chunk.FRAMES, 0);
        share = -StrictMath.expm1(-Chunk.FRAMES / (SMOOTHING_SECONDS * setup.sampleRate()));
    }

    /** Hears the signal before the reduction. */
    void takeInput(float[][] audio, int from, int frames) {
        match.setOn(MODES[mode.index()] == MakeupMode.LOUDNESS);
        match.takeInput(audio, from, frames);
    }

    /** Gives the signal behind the reduction the loudness that it had, on request. */
    void matchLoudness(float[][] audio, int from, int frames) {
        match.process(audio, from, frames);
    }

    /** Whether {@link #fill} would give nothing but ones. */
    boolean neutral() {
        return gain == 1 && next == 1 && !fresh;
    }

    /** Settles at once after a reset; called before the first frames are filled. */
    void begin(StaticCurve curve) {
        if (fresh) {
            gain = goal(curve);
            next = gain;
            fresh = false;
        }
    }

    /** Multiplies the next frames by the gain; it moves straight from cell to cell. */
    void fill(float[] gains, int frames) {
        double slope = (next - gain) / Chunk.FRAMES;
        for (int i = 0; i < frames; i++) {
            gains[i] = (float) (gains[i] * (gain + slope * (at + i + 1)));
        }
    }

    /** Counts the frames of a cell. */
    void advance(int frames) {
        at += frames;
    }

    /** What is due at the end of each cell of the grid. */
    void finishCell(StaticCurve curve) {
        double goal = goal(curve);
        gain = next;
        next = Math.abs(goal - gain) < ARRIVED ? goal : gain + (goal - gain) * share;
        at = 0;
    }

    private double goal(StaticCurve curve) {
        return switch (MODES[mode.index()]) {
            case MANUAL, LOUDNESS -> 1;
            case STATIC -> FastDecibels.toGain(-STATIC_SHARE * curve.gainDb(0));
        };
    }

    /** The gain now. */
    double gain() {
        return next * match.gain();
    }

    void reset() {
        match.reset();
        gain = 1;
        next = 1;
        at = 0;
        fresh = true;
    }
}
