package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.GainCurve;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import java.util.function.DoubleUnaryOperator;

/**
 * The static curve as it moves with its parameters: turns levels into what a {@link Follower} follows.
 *
 * <p>That is the gain for an expander or a gate, whose attack opens, and the gain turned over elsewhere, where the
 * attack turns down. While a parameter moves, each frame has a curve of its own.
 */
final class StaticCurve {
    private static final int THRESHOLD = 0;
    private static final int RATIO = 1;
    private static final int KNEE = 2;
    private static final int RANGE = 3;
    private static final int POINTS = 4;

    private final GainCurve.Direction direction;
    private final double sign;
    private final LiveValue free;
    private final Smoother[] smoothers;
    private final float[][] moves;
    private final GainCurve curve = new GainCurve();
    private boolean moving;

    StaticCurve(CurveSection section, ProcessSetup setup) {
        direction = section.direction.value().direction();
        sign = opens(direction) ? 1 : -1;
        free = setup.live(section.free);
        smoothers = new Smoother[POINTS + section.points.size()];
        smoothers[THRESHOLD] = smoother(setup, section.threshold);
        smoothers[RATIO] = smoother(setup, section.ratio);
        smoothers[KNEE] = smoother(setup, section.knee);
        smoothers[RANGE] = smoother(setup, section.range);
        for (int i = 0; i < section.points.size(); i++) {
            smoothers[POINTS + i] = smoother(setup, section.points.get(i));
        }
        moves = new float[smoothers.length][Chunk.FRAMES];
    }

    private static Smoother smoother(ProcessSetup setup, FloatParameter parameter) {
        return setup.smooth(parameter, DoubleUnaryOperator.identity());
    }

    private static boolean opens(GainCurve.Direction direction) {
        return direction == GainCurve.Direction.EXPAND || direction == GainCurve.Direction.GATE;
    }

    /** Takes the next frames of all parameters; a number of {@link #apply} for these frames may follow. */
    void advance(int frames) {
        moving = false;
        for (Smoother smoother : smoothers) {
            moving |= smoother.moving();
        }
        for (int i = 0; i < smoothers.length; i++) {
            if (moving) {
                smoothers[i].fill(moves[i], frames);
            } else {
                smoothers[i].skip(frames);
                moves[i][0] = smoothers[i].current();
            }
        }
        shape(0);
    }

    private void shape(int frame) {
        if (free.on()) {
            curve.setFree(at(POINTS, frame), at(POINTS + 1, frame), at(POINTS + 2, frame), at(POINTS + 3, frame),
                    at(POINTS + 4, frame), at(POINTS + 5, frame), at(KNEE, frame), at(RANGE, frame));
        } else {
            curve.set(direction, at(THRESHOLD, frame), Math.max(1, at(RATIO, frame)), at(KNEE, frame),
                    at(RANGE, frame));
        }
    }

    private double at(int value, int frame) {
        return moves[value][frame];
    }

    /** Replaces levels by what is to be followed. */
    void apply(double[] values, int frames) {
        if (moving) {
            for (int i = 0; i < frames; i++) {
                shape(i);
                values[i] = curve.gainDb(values[i]);
            }
        } else {
            curve.process(values, frames);
        }
        double turn = sign();
        for (int i = 0; i < frames; i++) {
            values[i] *= turn;
        }
    }

    /** 1 where the gain itself is followed, -1 where it is turned over. */
    double sign() {
        return free.on() ? -1 : sign;
    }

    /** The gain for a level, both in decibels, by the curve as it is now. */
    double gainDb(double levelDb) {
        return curve.gainDb(levelDb);
    }

    /** Above which level the output of a feedback circuit keeps it releasing fast; infinite where there is no such. */
    double loopThresholdDb() {
        boolean down = direction == GainCurve.Direction.DOWN || direction == GainCurve.Direction.LIMIT;
        return down && !free.on() ? moves[THRESHOLD][0] : Double.POSITIVE_INFINITY;
    }

    /** The ratio of such a circuit. */
    double loopRatio() {
        return direction == GainCurve.Direction.LIMIT ? Double.POSITIVE_INFINITY : moves[RATIO][0];
    }
}
