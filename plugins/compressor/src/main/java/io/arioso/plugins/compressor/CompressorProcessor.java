package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;

/**
 * Key, gains, delay, gain stage, makeup, clip, output, cell by cell of a grid that is counted from the last reset.
 *
 * <p>What is due once a cell happens at its end, wherever the host's blocks end: no split changes a bit.
 */
final class CompressorProcessor implements AudioProcessor {
    /** 120 dBFS. */
    private static final float LOUDEST = 1e6f;

    private final FixedSettings fixed;
    private final KeyPath keyPath;
    private final GainPath gainPath;
    private final LookaheadDelay[] delays;
    private final GainStage stage;
    private final Makeup makeup;
    private final Smoother manualMakeup;
    private final Clip clip;
    private final Smoother output;
    private final KeyListen listen;
    private final CompressorMeters meters;
    private final float[][] planes;
    private final float[] factors = new float[Chunk.FRAMES];
    private final int latencyFrames;
    private int clock;

    CompressorProcessor(Compressor effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        int lookahead = (int) StrictMath.rint(effect.timing.lookaheadMs.plain() * setup.sampleRate() / 1000);
        fixed = new FixedSettings(effect, setup);
        keyPath = new KeyPath(effect.key, effect.keySpectrum, setup, Math.max(0, -lookahead));
        gainPath = new GainPath(effect, setup, keyPath.channels(), Math.max(0, lookahead));
        delays = new LookaheadDelay[lookahead > 0 ? channels : 0];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = new LookaheadDelay(lookahead);
        }
        stage = new GainStage(effect.gain, setup);
        makeup = new Makeup(effect.gain, setup);
        manualMakeup = setup.smooth(effect.gain.makeup, Decibels::toGain);
        clip = effect.gain.clip.on() ? new Clip(effect.gain, setup) : null;
        output = setup.smooth(effect.gain.output, Decibels::toGain);
        latencyFrames = Math.max(0, lookahead) + (clip == null ? 0 : clip.latencyFrames());
        listen = new KeyListen(effect.key, setup, latencyFrames, keyPath.channels());
        meters = new CompressorMeters(effect, setup);
        planes = new float[channels][];
        keyPath.reset();
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        fixed.follow();
        if (context.events().size() > 0) {
            keyPath.follow();
        }
        gainPath.follow(context.transport());
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = audio.channel(channel);
        }
        for (int from = 0; from < audio.frames(); ) {
            int frames = Math.min(audio.frames() - from, Chunk.FRAMES - clock);
            render(audio, context.sidechain(), from, frames);
            from += frames;
            clock += frames;
            if (clock == Chunk.FRAMES) {
                clock = 0;
                gainPath.finishCell();
                makeup.finishCell(gainPath.curve());
            }
        }
    }

    private void render(AudioBuffer audio, AudioBuffer sidechain, int from, int frames) {
        meters.takeInput(planes, from, frames);
        float[][] key = keyPath.take(audio, sidechain, from, frames);
        meters.takeKey(key, frames);
        gainPath.process(key, frames);
        for (int channel = 0; channel < delays.length; channel++) {
            delays[channel].process(planes[channel], from, frames);
        }
        makeup.takeInput(planes, from, frames);
        stage.process(planes, from, gainPath, frames);
        makeup.matchLoudness(planes, from, frames);
        makeUp(from, frames);
        if (clip != null) {
            clip.process(planes, from, frames);
        }
        amplify(output, from, frames);
        bound(from, frames);
        meters.takeOutput(planes, from, frames);
        meters.advance(frames, stage, makeup);
        listen.process(key, planes, from, frames);
    }

    private void makeUp(int from, int frames) {
        makeup.begin(gainPath.curve());
        if (makeup.neutral()) {
            amplify(manualMakeup, from, frames);
        } else {
            manualMakeup.fill(factors, frames);
            makeup.fill(factors, frames);
            multiply(from, frames);
        }
        makeup.advance(frames);
    }

    private void amplify(Smoother gain, int from, int frames) {
        if (!gain.moving() && gain.current() == 1) {
            gain.skip(frames);
            return;
        }
        gain.fill(factors, frames);
        multiply(from, frames);
    }

    private void multiply(int from, int frames) {
        for (float[] samples : planes) {
            for (int i = 0; i < frames; i++) {
                samples[from + i] = samples[from + i] * factors[i];
            }
        }
    }

    /** Range, makeup, drive and output may add up to more than a host takes for sound. */
    private void bound(int from, int frames) {
        for (float[] samples : planes) {
            for (int i = from; i < from + frames; i++) {
                samples[i] = Math.max(-LOUDEST, Math.min(LOUDEST, samples[i]));
            }
        }
    }

    @Override
    public void reset() {
        keyPath.reset();
        gainPath.reset();
        for (LookaheadDelay delay : delays) {
            delay.reset();
        }
        stage.reset();
        makeup.reset();
        if (clip != null) {
            clip.reset();
        }
        listen.reset();
        meters.reset();
        clock = 0;
    }

    @Override
    public int latencyFrames() {
        return latencyFrames;
    }

    /** The filters of the clip ring for as long again as they delay. */
    @Override
    public long tailFrames() {
        return latencyFrames + (clip == null ? 0 : clip.latencyFrames());
    }
}
