package io.arioso.plugins.reverb;

import io.arioso.dsp.dynamics.Ducker;
import io.arioso.dsp.dynamics.Gate;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** Ducking and gate: gains for the reverberation that the dry input decides. */
final class KeyedGain {
    private static final double GATE_ATTACK_MS = 1;
    private static final double GATE_AMOUNT_DB = 100;

    private final LiveValue duckOn;
    private final LiveValue duckThreshold;
    private final LiveValue duckAmount;
    private final LiveValue duckAttack;
    private final LiveValue duckRelease;
    private final LiveValue gateOn;
    private final LiveValue gateThreshold;
    private final LiveValue gateHold;
    private final LiveValue gateRelease;
    private final Ducker ducker;
    private final Gate gate;
    private final SwitchFade duckFade;
    private final SwitchFade gateFade;
    private final float[] duckGains;
    private final float[] gateGains;
    private boolean ducks;
    private boolean gates;
    private float least = 1;

    KeyedGain(Reverb effect, ProcessSetup setup) {
        duckOn = setup.live(effect.duckOn);
        duckThreshold = setup.live(effect.duckThreshold);
        duckAmount = setup.live(effect.duckAmount);
        duckAttack = setup.live(effect.duckAttackMs);
        duckRelease = setup.live(effect.duckReleaseMs);
        gateOn = setup.live(effect.gateOn);
        gateThreshold = setup.live(effect.gateThreshold);
        gateHold = setup.live(effect.gateHoldMs);
        gateRelease = setup.live(effect.gateReleaseMs);
        ducker = new Ducker(setup.sampleRate());
        gate = new Gate(setup.sampleRate());
        gate.setAmountDb(GATE_AMOUNT_DB);
        duckFade = new SwitchFade(setup.sampleRate());
        gateFade = new SwitchFade(setup.sampleRate());
        duckGains = new float[setup.maxFrames()];
        gateGains = new float[setup.maxFrames()];
        reset();
    }

    void reset() {
        setDucker();
        setGate();
        ducker.reset();
        gate.reset();
        duckFade.snap(duckOn.on());
        gateFade.snap(gateOn.on());
        least = 1;
    }

    private void setDucker() {
        ducker.setThresholdDb(duckThreshold.plain());
        ducker.setAmountDb(duckAmount.plain());
        ducker.setTimes(duckAttack.plain(), duckRelease.plain());
    }

    private void setGate() {
        gate.setThresholdDb(gateThreshold.plain());
        gate.setTimes(GATE_ATTACK_MS, gateHold.plain(), gateRelease.plain());
    }

    private boolean duckerChanged() {
        return duckThreshold.changed() || duckAmount.changed() || duckAttack.changed() || duckRelease.changed();
    }

    private boolean gateChanged() {
        return gateThreshold.changed() || gateHold.changed() || gateRelease.changed();
    }

    /** Finds the gains of a block from the dry input, before it is overwritten. */
    void listen(float[][] dry, int frames) {
        if (duckerChanged()) {
            setDucker();
        }
        if (gateChanged()) {
            setGate();
        }
        ducks = !duckFade.idle(duckOn.on());
        if (ducks) {
            if (duckFade.begins()) {
                ducker.reset();
            }
            ducker.process(dry, 0, frames, duckGains);
            duckFade.apply(duckGains, frames, duckOn.on());
        }
        gates = !gateFade.idle(gateOn.on());
        if (gates) {
            if (gateFade.begins()) {
                gate.reset();
            }
            gate.process(dry, 0, frames, gateGains);
            gateFade.apply(gateGains, frames, gateOn.on());
        }
    }

    /** Applies them to the reverberation. */
    void apply(float[][] planes, int frames) {
        if (ducks) {
            multiply(planes, duckGains, frames);
        }
        if (gates) {
            multiply(planes, gateGains, frames);
        }
        if (ducks || gates) {
            for (int i = 0; i < frames; i++) {
                float gain = (ducks ? duckGains[i] : 1) * (gates ? gateGains[i] : 1);
                least = gain < least ? gain : least;
            }
        }
    }

    private static void multiply(float[][] planes, float[] gains, int frames) {
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] *= gains[i];
            }
        }
    }

    /** The least gain since the last call. */
    float takeLeast() {
        float taken = least;
        least = 1;
        return taken;
    }
}
