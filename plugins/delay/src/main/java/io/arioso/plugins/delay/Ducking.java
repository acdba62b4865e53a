package io.arioso.plugins.delay;

import io.arioso.dsp.dynamics.Ducker;
import io.arioso.dsp.dynamics.Gate;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.LiveValue;

/** What listens to the input: a gate in front of the echoes and a ducker behind them. Both fade in and out. */
final class Ducking {
    private static final double GATE_RANGE_DB = 100;
    private static final double FIGURES_PER_SECOND = 20;

    private final LiveValue duckOn;
    private final LiveValue threshold;
    private final LiveValue amount;
    private final LiveValue attackMs;
    private final LiveValue releaseMs;
    private final LiveValue gateOn;
    private final LiveValue gateThreshold;
    private final Ducker ducker;
    private final Gate gate;
    private final Fade ducks;
    private final Fade gates;
    private final float[] duckGains = new float[DelayProcessor.STRETCH];
    private final float[] gateGains = new float[DelayProcessor.STRETCH];
    private final Meter meter;
    private final int framesPerFigure;
    private int framesToFigure;
    private float leastGain = 1;
    private boolean ducking;
    private boolean fresh = true;

    Ducking(Delay effect, ProcessSetup setup) {
        duckOn = setup.live(effect.duckOn);
        threshold = setup.live(effect.duckThreshold);
        amount = setup.live(effect.duckAmount);
        attackMs = setup.live(effect.duckAttackMs);
        releaseMs = setup.live(effect.duckReleaseMs);
        gateOn = setup.live(effect.gateOn);
        gateThreshold = setup.live(effect.gateThreshold);
        ducker = new Ducker(setup.sampleRate());
        gate = new Gate(setup.sampleRate());
        gate.setAmountDb(GATE_RANGE_DB);
        ducks = new Fade(DelayProcessor.rampFrames(setup));
        gates = new Fade(DelayProcessor.rampFrames(setup));
        meter = effect.gainReduction;
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
        framesToFigure = framesPerFigure;
        // One frame now, so that no class is loaded when the first of them is switched on.
        float[][] silence = new float[setup.layout().channels()][1];
        ducker.process(silence, 0, 1, duckGains);
        gate.process(silence, 0, 1, gateGains);
        ducker.reset();
        gate.reset();
    }

    void follow() {
        if (threshold.changed() || amount.changed()) {
            ducker.setThresholdDb(threshold.plain());
            ducker.setAmountDb(amount.plain());
        }
        if (attackMs.changed() || releaseMs.changed()) {
            ducker.setTimes(attackMs.plain(), releaseMs.plain());
        }
        if (gateThreshold.changed()) {
            gate.setThresholdDb(gateThreshold.plain());
        }
        // A stage that was away begins anew: what it remembers is of another time.
        if (duckOn.on() && ducks.isOff()) {
            ducker.reset();
        }
        if (gateOn.on() && gates.isOff()) {
            gate.reset();
        }
        ducks.aim(duckOn.on());
        gates.aim(gateOn.on());
        if (fresh) {
            ducks.jump();
            gates.jump();
            fresh = false;
        }
    }

    /** Takes the input of a stretch and lets through what the gate lets through. */
    void listen(float[][] input, int frames) {
        ducking = !ducks.isOff();
        if (ducking) {
            ducker.process(input, 0, frames, duckGains);
            blend(duckGains, ducks, frames);
        }
        if (!gates.isOff()) {
            gate.process(input, 0, frames, gateGains);
            blend(gateGains, gates, frames);
            multiply(input, gateGains, frames);
        }
    }

    /** Makes room in the echoes of the stretch that was listened to. */
    void duck(float[][] wet, int frames) {
        if (ducking) {
            multiply(wet, duckGains, frames);
            for (int i = 0; i < frames; i++) {
                leastGain = Math.min(leastGain, duckGains[i]);
            }
        }
    }

    private static void blend(float[] gains, Fade fade, int frames) {
        fade.next(frames);
        for (int i = 0; i < frames; i++) {
            gains[i] = 1 + fade.values[i] * (gains[i] - 1);
        }
    }

    private static void multiply(float[][] planes, float[] gains, int frames) {
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] *= gains[i];
            }
        }
    }

    /** Shows the deepest ducking since the last figure, twenty times a second. */
    void publish(int frames) {
        framesToFigure -= frames;
        if (framesToFigure <= 0) {
            framesToFigure = framesPerFigure;
            meter.publish(leastGain >= 1 ? 0 : -Decibels.fromGain(leastGain));
            leastGain = 1;
        }
    }

    void reset() {
        ducker.reset();
        gate.reset();
        framesToFigure = framesPerFigure;
        leastGain = 1;
        fresh = true;
    }
}
