package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadLimiter;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;

/** The ceiling of one block, with room left for what comes after the limiter; every stage limits under the same. */
final class Ceiling {
    /** Below this share of the ceiling no room is made: coarse words with strong shaping are louder than the sound. */
    private static final double LEAST_SHARE = 0.25;

    private final Smoother linear;
    private final double room;
    private final float[] values;
    private boolean moving;
    private float steady;

    Ceiling(Limiter effect, ProcessSetup setup, double room) {
        linear = setup.smooth(effect.ceilingDb, Decibels::toGain);
        this.room = room;
        values = new float[setup.maxFrames()];
    }

    /** Takes the next block's values. */
    void advance(int frames) {
        moving = linear.moving();
        if (moving) {
            linear.fill(values, frames);
            if (room > 0) {
                for (int i = 0; i < frames; i++) {
                    values[i] = (float) lowered(values[i]);
                }
            }
        } else {
            linear.skip(frames);
            // As exact as a value of a ramp, so that it does not matter where a block ends.
            steady = (float) lowered((float) linear.current());
        }
    }

    private double lowered(double ceiling) {
        return Math.max(ceiling - room, LEAST_SHARE * ceiling);
    }

    /** Limits a block under it. */
    void limit(LookaheadLimiter limiter, float[][] planes, int frames) {
        if (moving) {
            limiter.process(planes, 0, frames, values);
        } else {
            limiter.setCeiling(steady);
            limiter.process(planes, 0, frames);
        }
    }

    /** Multiplies a block of factors by it. */
    void scale(float[] factors, int frames) {
        for (int i = 0; i < frames; i++) {
            factors[i] = factors[i] * (moving ? values[i] : steady);
        }
    }
}
