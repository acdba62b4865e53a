package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadLimiter;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.LiveValue;

/** Gain, limiter, measurement, and on request the gain taken back for listening. */
final class LimiterProcessor implements AudioProcessor {
    private final Smoother gain;
    private final Smoother ceiling;
    private final LiveValue truePeak;
    private final LiveValue lookahead;
    private final LiveValue release;
    private final LiveValue autoRelease;
    private final LiveValue link;
    private final LiveValue unity;
    private final HostRequests host;
    private final double preparedLookaheadMs;

    private final LookaheadLimiter limiter;
    private final UnityGain unityGain;
    private final LimiterMeters meters;
    private final float[][] planes;
    private final float[] gains;
    private final float[] ceilings;

    LimiterProcessor(Limiter effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        gain = setup.smooth(effect.gainDb, Decibels::toGain);
        ceiling = setup.smooth(effect.ceilingDb, Decibels::toGain);
        truePeak = setup.live(effect.truePeak);
        lookahead = setup.live(effect.lookaheadMs);
        release = setup.live(effect.releaseMs);
        autoRelease = setup.live(effect.autoRelease);
        link = setup.live(effect.link);
        unity = setup.live(effect.unityGain);
        host = setup.host();
        preparedLookaheadMs = effect.lookaheadMs.plain();
        limiter = new LookaheadLimiter(setup.sampleRate(), channels, preparedLookaheadMs);
        unityGain = new UnityGain(setup.sampleRate(), limiter.latencyFrames(), setup.maxFrames());
        meters = new LimiterMeters(effect, setup);
        planes = new float[channels][];
        gains = new float[setup.maxFrames()];
        ceilings = new float[setup.maxFrames()];
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        int frames = audio.frames();
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = audio.channel(channel);
        }
        follow();
        meters.takeInput(planes, frames);
        amplify(frames);
        limit(frames);
        meters.takeOutput(planes, frames, limiter);
        unityGain.process(planes, gains, frames, unity.on());
    }

    private void follow() {
        if (truePeak.changed()) {
            limiter.setTruePeak(truePeak.on());
        }
        if (release.changed() || autoRelease.changed()) {
            limiter.setRelease(release.plain(), autoRelease.on());
        }
        if (link.changed()) {
            limiter.setLink(link.plain() / 100);
        }
        if (lookahead.changed() && lookahead.plain() != preparedLookaheadMs) {
            host.requestRestart();
        }
    }

    private void amplify(int frames) {
        boolean unchanged = !gain.moving() && gain.current() == 1;
        gain.fill(gains, frames);
        if (unchanged) {
            return;
        }
        for (float[] samples : planes) {
            for (int i = 0; i < frames; i++) {
                samples[i] = samples[i] * gains[i];
            }
        }
    }

    private void limit(int frames) {
        if (ceiling.moving()) {
            ceiling.fill(ceilings, frames);
            limiter.process(planes, 0, frames, ceilings);
        } else {
            ceiling.skip(frames);
            limiter.setCeiling(ceiling.current());
            limiter.process(planes, 0, frames);
        }
    }

    @Override
    public void reset() {
        limiter.reset();
        unityGain.reset();
        meters.reset();
    }

    @Override
    public int latencyFrames() {
        return limiter.latencyFrames();
    }
}
