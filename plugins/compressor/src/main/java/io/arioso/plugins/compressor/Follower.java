package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.AttackRelease;
import io.arioso.dsp.dynamics.AttackRelease.Ballistics;

/** One channel's gain in decibels on its way to what the curve asks for, in one of the styles. */
final class Follower {
    /** Two equal one-poles in series, which start slowly, do 63.2 % of a step in so many of their time constants. */
    private static final double TWO_POLES = 2.146193;
    private static final double DENORMAL = 1e-30;

    private final Style style;
    private final double sampleRate;
    private final AttackRelease main;
    private final FeedbackRelease loop;
    private final Memory memory;
    private double gripShare = 1;
    private double grip;

    Follower(Style style, double sampleRate) {
        this.style = style;
        this.sampleRate = sampleRate;
        main = new AttackRelease(sampleRate, Ballistics.BRANCHING);
        loop = new FeedbackRelease(sampleRate);
        memory = new Memory(sampleRate);
    }

    /** Sets times in milliseconds and, by the mode, what a long reduction leaves behind. */
    void setTimes(double attackMs, double holdMs, double releaseMs, ReleaseMode mode) {
        double part = style == Style.PUNCH ? attackMs / TWO_POLES : attackMs;
        double release = mode == ReleaseMode.AUTO ? Memory.AUTO_FAST_MS : releaseMs;
        main.setTimes(part, holdMs, release);
        loop.setTimes(part, holdMs, release);
        gripShare = part > 0 ? -StrictMath.expm1(-1000 / (part * sampleRate)) : 1;
        if (mode == ReleaseMode.AUTO) {
            memory.setAuto();
        } else if (style == Style.OPTO) {
            memory.setOpto(release);
        } else {
            memory.setOff();
        }
    }

    /**
     * Replaces goals by what is reached.
     *
     * @param levels the levels behind the goals, read by {@link Style#BUS} alone
     */
    void process(double[] goals, double[] levels, int frames, StaticCurve curve) {
        if (style == Style.BUS) {
            loop.setLoop(curve.loopThresholdDb(), curve.loopRatio());
            loop.process(goals, levels, frames);
        } else {
            main.process(goals, frames);
        }
        if (style == Style.PUNCH) {
            double s = grip;
            for (int i = 0; i < frames; i++) {
                double goal = goals[i];
                s = goal > s ? s + (goal - s) * gripShare : goal;
                goals[i] = s;
            }
            grip = s;
        }
        memory.process(goals, frames);
    }

    /** Drops what is too small to hear; called at the end of each cell of the grid. */
    void flush() {
        grip = Math.abs(grip) < DENORMAL ? 0 : grip;
        loop.flush();
        memory.flush();
    }

    /** How far apart two followers are, in decibels. */
    double distanceTo(Follower other) {
        return Math.max(Math.abs(main.value() - other.main.value()) + Math.abs(loop.value() - other.loop.value()),
                Math.abs(grip - other.grip) + Math.abs(memory.value() - other.memory.value()));
    }

    /** Takes over the state of another of the same style that has been fed for as long. */
    void copyFrom(Follower other) {
        main.copyFrom(other.main);
        loop.copyFrom(other.loop);
        memory.copyFrom(other.memory);
        grip = other.grip;
    }

    void reset() {
        main.reset();
        loop.reset();
        memory.reset();
        grip = 0;
    }
}
