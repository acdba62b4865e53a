package io.arioso.plugins.delay;

import io.arioso.dsp.delay.Lfo;
import io.arioso.dsp.delay.SlowRandom;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.LiveValue;

/** How far each head is from its place, in frames: a sine, a slow drift of its own and a flutter for both. */
final class Wobble {
    /** A head that leaves faster bends the pitch like a hand on the reel. */
    private static final double SMOOTHING_MS = 300;
    private static final double DRIFT_HZ = 0.8;
    private static final double FLUTTER_HZ = 9;
    /** Full flutter moves a head by this many milliseconds, about 6 cents either way. */
    private static final double FLUTTER_MS = 0.1;
    private static final long SEED = 20_261;

    private final LiveValue rate;
    private final LiveValue depth;
    private final LiveValue spread;
    private final LiveValue drift;
    private final LiveValue flutter;
    private final SmoothRow depthFrames;
    private final SmoothRow driftFrames;
    private final SmoothRow flutterFrames;
    private final SmoothRow spreadTurns;
    private final Presence presence;
    private final Lfo inPhase;
    private final Lfo ahead;
    private final SlowRandom[] drifts;
    private final SlowRandom flutterNoise;
    private final double[][] rows;
    private final double[] sine = new double[DelayProcessor.STRETCH];
    private final double[] cosine = new double[DelayProcessor.STRETCH];
    private final double[] noise = new double[DelayProcessor.STRETCH];
    private boolean held;

    Wobble(Delay effect, ProcessSetup setup, int channels) {
        double perMs = setup.sampleRate() / 1000;
        rate = setup.live(effect.modRate);
        depth = setup.live(effect.modDepth);
        spread = setup.live(effect.modSpread);
        drift = setup.live(effect.driftMs);
        flutter = setup.live(effect.flutter);
        depthFrames = row(setup.smooth(effect.modDepth, SMOOTHING_MS, ms -> ms * perMs));
        driftFrames = row(setup.smooth(effect.driftMs, SMOOTHING_MS, ms -> ms * perMs));
        flutterFrames = row(setup.smooth(effect.flutter, SMOOTHING_MS,
            percent -> percent / 100 * FLUTTER_MS * perMs));
        spreadTurns = row(setup.smooth(effect.modSpread, SMOOTHING_MS, degrees -> degrees / 360));
        presence = new Presence(DelayProcessor.rampFrames(setup, SMOOTHING_MS));
        inPhase = new Lfo(setup.sampleRate(), 0);
        ahead = new Lfo(setup.sampleRate(), 0.25);
        flutterNoise = new SlowRandom(setup.sampleRate(), SEED);
        flutterNoise.setRate(Math.min(setup.sampleRate(), FLUTTER_HZ));
        drifts = new SlowRandom[channels];
        rows = new double[channels][DelayProcessor.STRETCH];
        for (int channel = 0; channel < channels; channel++) {
            drifts[channel] = new SlowRandom(setup.sampleRate(), SEED + 1 + channel);
            drifts[channel].setRate(DRIFT_HZ);
        }
    }

    private static SmoothRow row(Smoother smoother) {
        return new SmoothRow(smoother, DelayProcessor.STRETCH);
    }

    void follow() {
        if (rate.changed()) {
            inPhase.setRate(rate.plain());
            ahead.setRate(rate.plain());
        }
        if (presence.want(depth.plain() > 0 || drift.plain() > 0 || flutter.plain() > 0)) {
            restart();
        }
    }

    private void restart() {
        inPhase.reset();
        ahead.reset();
        flutterNoise.reset();
        for (SlowRandom random : drifts) {
            random.reset();
        }
    }

    int limit(int frames) {
        return presence.limit(frames);
    }

    /**
     * Computes a stretch.
     *
     * @param frozen share of the sound that is frozen: what circulates for ever is read where it stands
     */
    void next(int frames, float[] frozen) {
        held = presence.present();
        depthFrames.next(frames);
        driftFrames.next(frames);
        flutterFrames.next(frames);
        spreadTurns.next(frames);
        if (!held) {
            return;
        }
        inPhase.fill(sine, frames);
        ahead.fill(cosine, frames);
        flutterNoise.fill(noise, frames);
        for (int i = 0; i < frames; i++) {
            double loose = 1 - frozen[i];
            noise[i] = loose * (flutterFrames.values()[i] * noise[i] + depthFrames.values()[i] * sine[i]);
            cosine[i] = loose * depthFrames.values()[i] * cosine[i];
        }
        for (int channel = 0; channel < rows.length; channel++) {
            fillChannel(channel, frames, frozen);
        }
        presence.advance(frames);
    }

    private void fillChannel(int channel, int frames, float[] frozen) {
        double[] row = rows[channel];
        drifts[channel].fill(row, frames);
        for (int i = 0; i < frames; i++) {
            row[i] = (1 - frozen[i]) * driftFrames.values()[i] * row[i] + noise[i];
        }
        if (channel == 1 && !spreadTurns.is(0)) {
            turn(row, frames, frozen);
        }
    }

    /** Turns the right side's sine by the spread: sin(x + φ) = sin x + (cos φ - 1) sin x + sin φ cos x. */
    private void turn(double[] row, int frames, float[] frozen) {
        for (int i = 0; i < frames; i++) {
            double sinus = Lfo.sine(spreadTurns.values()[i]);
            double cosinus = Lfo.sine(spreadTurns.values()[i] + 0.25);
            double swinging = (1 - frozen[i]) * sine[i] * depthFrames.values()[i];
            row[i] += (cosinus - 1) * swinging + sinus * cosine[i];
        }
    }

    /** The row of a channel for the stretch, or null where nothing wobbles. */
    double[] row(int channel) {
        return held ? rows[channel] : null;
    }

    void reset() {
        presence.reset();
        restart();
    }
}
