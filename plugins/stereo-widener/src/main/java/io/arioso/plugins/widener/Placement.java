package io.arioso.plugins.widener;

import io.arioso.dsp.filter.HalfTurn;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.parameter.LiveValue;

/** Gains of mid and side, rotation, balance, mono check and output gain. [audio-thread] */
final class Placement {
    private static final double HALF_TURN_DEGREES = 180;

    private final SmoothRow midGain;
    private final SmoothRow sideGain;
    private final SmoothRow cosine;
    private final SmoothRow sine;
    private final SmoothRow leftGain;
    private final SmoothRow rightGain;
    private final SmoothRow output;
    private final LiveValue monoCheck;
    private final Glide monoShare;
    private boolean movesMid;
    private boolean checksMono;

    Placement(StereoWidener effect, ProcessSetup setup, int glideFrames, int maxFrames) {
        midGain = new SmoothRow(setup.smooth(effect.midDb, Decibels::toGain), maxFrames);
        sideGain = new SmoothRow(setup.smooth(effect.sideDb, Decibels::toGain), maxFrames);
        cosine = new SmoothRow(setup.smooth(effect.rotation, Placement::cosine), maxFrames);
        sine = new SmoothRow(setup.smooth(effect.rotation, Placement::sine), maxFrames);
        leftGain = new SmoothRow(setup.smooth(effect.balance, percent -> Math.min(1, 1 - percent / 100)), maxFrames);
        rightGain = new SmoothRow(setup.smooth(effect.balance, percent -> Math.min(1, 1 + percent / 100)), maxFrames);
        output = new SmoothRow(setup.smooth(effect.outputDb, Decibels::toGain), maxFrames);
        monoCheck = setup.live(effect.monoCheck);
        monoShare = new Glide(glideFrames, maxFrames, 0);
    }

    private static double cosine(double degrees) {
        return HalfTurn.cosineOf(degrees / HALF_TURN_DEGREES);
    }

    private static double sine(double degrees) {
        return HalfTurn.sineOf(degrees / HALF_TURN_DEGREES);
    }

    /** Takes changed settings over. */
    void follow(boolean atOnce) {
        double share = monoCheck.on() ? 1 : 0;
        if (atOnce) {
            monoShare.jump(share);
        } else {
            monoShare.aim(share);
        }
        movesMid |= !midRests();
        checksMono |= !monoShare.restsAt(0);
    }

    /** Looks, at a frame that does not depend on blocks, whether something may rest. */
    void settle() {
        movesMid &= !midRests();
        checksMono &= !monoShare.restsAt(0);
    }

    private boolean midRests() {
        return midGain.restsAt(1) && sine.restsAt(0);
    }

    /** Whether the mid is no longer that of the input. */
    boolean movesMid() {
        return movesMid;
    }

    /** Gains and rotation; to the right where the angle is positive. */
    void place(float[] mid, float[] side, int frames) {
        Rows.multiply(side, 0, sideGain, frames);
        if (movesMid) {
            Rows.multiply(mid, 0, midGain, frames);
            Rows.rotate(mid, side, cosine.next(frames), sine.next(frames), frames);
        }
    }

    /** Balance, mono check and output gain. */
    void finish(float[] left, float[] right, int offset, int frames) {
        Rows.multiply(left, offset, leftGain, frames);
        Rows.multiply(right, offset, rightGain, frames);
        if (checksMono) {
            Rows.join(left, right, offset, monoShare.next(frames), frames);
        }
        boolean neutral = output.restsAt(1);
        float[] gains = output.next(frames);
        if (!neutral) {
            Rows.multiply(left, offset, gains, frames);
            Rows.multiply(right, offset, gains, frames);
        }
    }

    /** Forgets that anything moved. */
    void reset() {
        movesMid = false;
        checksMono = false;
        monoShare.jump(0);
    }
}
