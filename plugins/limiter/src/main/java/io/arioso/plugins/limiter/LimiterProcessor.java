package io.arioso.plugins.limiter;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.LiveValue;

/** Gain, limiter, measurement, on request the gain taken back for listening, and the word length. */
final class LimiterProcessor implements AudioProcessor {
    private final Smoother gain;
    private final Ceiling ceiling;
    private final LiveValue truePeak;
    private final LiveValue release;
    private final LiveValue autoRelease;
    private final LiveValue link;
    private final LiveValue releaseLink;
    private final LiveValue unity;
    private final PreparedSettings prepared;

    private final LimiterStages stages;
    private final UnityGain unityGain;
    private final WordLength wordLength;
    private final LimiterMeters meters;
    private final float[][] planes;
    private final float[] gains;

    LimiterProcessor(Limiter effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        wordLength = new WordLength(effect.dither.value(), (int) effect.ditherBits.plain(), channels);
        gain = setup.smooth(effect.gainDb, Decibels::toGain);
        ceiling = new Ceiling(effect, setup, wordLength.room());
        truePeak = setup.live(effect.truePeak);
        release = setup.live(effect.releaseMs);
        autoRelease = setup.live(effect.autoRelease);
        link = setup.live(effect.link);
        releaseLink = setup.live(effect.releaseLink);
        unity = setup.live(effect.unityGain);
        prepared = new PreparedSettings(setup, effect.style, effect.detection, effect.lookaheadMs, effect.attack,
            effect.midSide, effect.multiband, effect.dither, effect.ditherBits);
        stages = new LimiterStages(effect, setup);
        unityGain = new UnityGain(setup.sampleRate(), stages.latencyFrames(), setup.maxFrames());
        meters = new LimiterMeters(effect, setup);
        planes = new float[channels][];
        gains = new float[setup.maxFrames()];
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
        ceiling.advance(frames);
        stages.process(planes, frames, ceiling);
        meters.takeOutput(planes, frames, stages);
        unityGain.process(planes, gains, frames, unity.on());
        wordLength.process(planes, frames);
    }

    private void follow() {
        prepared.follow();
        if (truePeak.changed()) {
            stages.setTruePeak(truePeak.on());
        }
        if (release.changed() || autoRelease.changed()) {
            stages.setRelease(release.plain(), autoRelease.on());
        }
        if (link.changed() || releaseLink.changed()) {
            stages.setLinks(link.plain() / 100, releaseLink.plain() / 100);
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

    @Override
    public void reset() {
        stages.reset();
        unityGain.reset();
        wordLength.reset();
        meters.reset();
    }

    @Override
    public int latencyFrames() {
        return stages.latencyFrames();
    }
}
