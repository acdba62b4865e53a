package io.arioso.plugins.delay;

import io.arioso.dsp.filter.CutFilter;
import io.arioso.dsp.shape.SoftClip;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.parameter.LiveValue;
import java.util.Arrays;

/**
 * What an echo passes on its way to the next: low cut, high cut, tilt, cross-feed, the feedback gain and a limiter that
 * bends only what is above full scale, so that a loop with more than 100 % settles below +3 dBFS.
 */
final class FeedbackPath {
    /** 1.2 dB over full scale: read between its samples, the loop then stays below +3 dBFS. */
    private static final double CEILING = 1.15;
    private static final float LINEAR_UP_TO = 0.999f;
    private static final double TILT_HZ = 800;
    /** From here on the loop's gain at 0 Hz could exceed 1 by a rounding: the corner keeps it below. */
    private static final double BLOCKS_DC_FROM_PERCENT = 99;
    private static final double DC_HZ = 5;

    private final LiveValue feedbackPercent;
    private final LiveValue lowCutHz;
    private final LiveValue lowCutSlope;
    private final LiveValue highCutHz;
    private final LiveValue highCutSlope;
    private final LiveValue tilt;
    private final CutFilter lowCut;
    private final CutFilter highCut;
    private final CutFilter dcBlock;
    private final SoftClip limiter = new SoftClip();
    private final SmoothRow feedback;
    private final SmoothRow cross;
    private final SmoothRow lowGain;
    private final SmoothRow highGain;
    private final Presence tilted;
    private final double tiltGain;
    private final double[] tiltStates;
    private final boolean crosses;

    /**
     * A path for {@code lines} lines.
     *
     * @param crosses whether what comes from one line goes to the other whatever the cross-feed says
     */
    FeedbackPath(Delay effect, ProcessSetup setup, int lines, boolean crosses) {
        double rate = setup.sampleRate();
        feedbackPercent = setup.live(effect.feedback);
        lowCutHz = setup.live(effect.lowCutHz);
        lowCutSlope = setup.live(effect.lowCutSlope);
        highCutHz = setup.live(effect.highCutHz);
        highCutSlope = setup.live(effect.highCutSlope);
        tilt = setup.live(effect.tiltDb);
        lowCut = CutFilter.lowCut(rate, lines);
        highCut = CutFilter.highCut(rate, lines);
        dcBlock = CutFilter.lowCut(rate, lines);
        limiter.setCeiling(CEILING, 1 / CEILING);
        feedback = new SmoothRow(setup.smooth(effect.feedback, percent -> percent / 100), DelayProcessor.STRETCH);
        cross = new SmoothRow(setup.smooth(effect.cross, percent -> percent / 100), DelayProcessor.STRETCH);
        lowGain = new SmoothRow(setup.smooth(effect.tiltDb, db -> Decibels.toGain(-db) - 1), DelayProcessor.STRETCH);
        highGain = new SmoothRow(setup.smooth(effect.tiltDb, db -> Decibels.toGain(db) - 1), DelayProcessor.STRETCH);
        tilted = new Presence(DelayProcessor.rampFrames(setup));
        double g = StrictMath.tan(StrictMath.PI * Math.min(0.45, TILT_HZ / rate));
        tiltGain = g / (1 + g);
        tiltStates = new double[lines];
        this.crosses = crosses && lines == 2;
    }

    void follow() {
        if (lowCutHz.changed() || lowCutSlope.changed()) {
            lowCut.set(lowCutHz.plain(), lowCutHz.plain() <= Delay.LOW_CUT_OFF_HZ ? 0 : order(lowCutSlope));
        }
        if (highCutHz.changed() || highCutSlope.changed()) {
            highCut.set(highCutHz.plain(), highCutHz.plain() >= Delay.HIGH_CUT_OFF_HZ ? 0 : order(highCutSlope));
        }
        if (feedbackPercent.changed()) {
            dcBlock.set(DC_HZ, feedbackPercent.plain() > BLOCKS_DC_FROM_PERCENT ? 1 : 0);
        }
        if (tilted.want(tilt.plain() != 0)) {
            Arrays.fill(tiltStates, 0);
        }
    }

    private static int order(LiveValue slope) {
        return (int) Math.rint(slope.plain() / 6);
    }

    int limit(int frames) {
        return tilted.limit(frames);
    }

    /** Takes the settings of the next stretch. */
    void next(int frames) {
        feedback.next(frames);
        cross.next(frames);
        lowGain.next(frames);
        highGain.next(frames);
    }

    /** After the stretch. */
    void settle(int frames) {
        tilted.advance(frames);
    }

    /** Turns echoes, from index 0 on, into what is fed back; {@code from} is the first frame's place in the stretch. */
    void process(float[][] planes, int from, int frames) {
        if (feedback.is(0)) {
            silence(planes, frames);
            return;
        }
        lowCut.process(planes, 0, frames);
        highCut.process(planes, 0, frames);
        dcBlock.process(planes, 0, frames);
        if (tilted.present()) {
            for (int line = 0; line < planes.length; line++) {
                tilt(planes[line], line, from, frames);
            }
        }
        if (planes.length == 2 && (crosses || !cross.is(0))) {
            mixLines(planes[0], planes[1], from, frames);
        }
        for (float[] plane : planes) {
            amplify(plane, from, frames);
            // Below full scale the limiter changes no bit, and finding that out is cheaper than limiting.
            if (isLoud(plane, frames)) {
                limiter.process(plane, 0, frames);
            }
        }
    }

    private static boolean isLoud(float[] x, int frames) {
        for (int i = 0; i < frames; i++) {
            if (Math.abs(x[i]) > LINEAR_UP_TO) {
                return true;
            }
        }
        return false;
    }

    private static void silence(float[][] planes, int frames) {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0, frames, 0f);
        }
    }

    /** y = x + (low - 1) lowPass + (high - 1) (x - lowPass): exactly x at rest. */
    private void tilt(float[] x, int line, int from, int frames) {
        double state = tiltStates[line];
        double gain = tiltGain;
        float[] low = lowGain.values();
        float[] high = highGain.values();
        for (int i = 0; i < frames; i++) {
            double in = x[i];
            double step = (in - state) * gain;
            double lowPassed = state + step;
            state = lowPassed + step;
            x[i] = (float) (in + low[from + i] * lowPassed + high[from + i] * (in - lowPassed));
        }
        tiltStates[line] = Math.abs(state) < 1e-25 ? 0 : state;
    }

    private void mixLines(float[] left, float[] right, int from, int frames) {
        float[] share = cross.values();
        for (int i = 0; i < frames; i++) {
            float other = crosses ? 1 : share[from + i];
            float own = 1 - other;
            float l = left[i];
            float r = right[i];
            left[i] = own * l + other * r;
            right[i] = own * r + other * l;
        }
    }

    private void amplify(float[] x, int from, int frames) {
        float[] gain = feedback.values();
        if (feedback.isConstant()) {
            float factor = gain[0];
            for (int i = 0; i < frames; i++) {
                x[i] *= factor;
            }
            return;
        }
        for (int i = 0; i < frames; i++) {
            x[i] *= gain[from + i];
        }
    }

    void reset() {
        lowCut.reset();
        highCut.reset();
        dcBlock.reset();
        tilted.reset();
        Arrays.fill(tiltStates, 0);
    }
}
