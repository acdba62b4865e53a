package io.arioso.plugins.delay;

import io.arioso.dsp.dynamics.FastDecibels;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/**
 * Cuts blocks into stretches in which everything goes on in the same way, and leads each through gate, echoes, output
 * and ducking.
 */
final class DelayProcessor implements AudioProcessor {
    /** The longest stretch in frames. */
    static final int STRETCH = 512;
    /** Level at which echoes count as gone, in decibels. */
    private static final double GONE_DB = -130;
    private static final double FILTERS_RING_SECONDS = 0.5;

    private final LiveValue freeze;
    private final LiveValue feedback;
    private final LiveValue tilt;
    private final Echoes echoes;
    private final WetOutput output;
    private final Ducking ducking;
    private final Fade frozen;
    private final float[][] input;
    private final float[][] wet;
    private final double sampleRate;
    private boolean fresh = true;
    private volatile long tail;

    DelayProcessor(Delay effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        sampleRate = setup.sampleRate();
        freeze = setup.live(effect.freeze);
        feedback = setup.live(effect.feedback);
        tilt = setup.live(effect.tiltDb);
        echoes = switch (effect.topology.value()) {
            case PATTERN -> new PatternEchoes(effect, setup);
            case REVERSE -> new ReverseEchoes(effect, setup);
            default -> new LoopEchoes(effect, setup);
        };
        output = new WetOutput(effect, setup);
        ducking = new Ducking(effect, setup);
        frozen = new Fade(rampFrames(setup));
        input = new float[channels][STRETCH];
        wet = new float[channels][STRETCH];
    }

    /** Frames in which every ramp of the default length has ended. */
    static int rampFrames(ProcessSetup setup) {
        return rampFrames(setup, ProcessSetup.DEFAULT_SMOOTHING_MS);
    }

    /** Frames in which every ramp of this length has ended. */
    static int rampFrames(ProcessSetup setup, double milliseconds) {
        return (int) Math.ceil(milliseconds / 1000 * setup.sampleRate()) + 1;
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        // Where no setting has changed only the tempo may have.
        if (fresh || context.events().size() > 0 || echoes.hasOtherTempo(context.transport())) {
            follow(context.transport());
        }
        for (int done = 0; done < audio.frames(); ) {
            int frames = echoes.limit(Math.min(STRETCH, audio.frames() - done));
            stretch(audio, done, frames);
            done += frames;
        }
        ducking.publish(audio.frames());
    }

    private void follow(Transport song) {
        echoes.follow(song);
        ducking.follow();
        frozen.aim(freeze.on());
        if (fresh) {
            frozen.jump();
            fresh = false;
        }
        tail = estimateTail();
    }

    private void stretch(AudioBuffer audio, int from, int frames) {
        for (int channel = 0; channel < input.length; channel++) {
            System.arraycopy(audio.channel(channel), from, input[channel], 0, frames);
        }
        ducking.listen(input, frames);
        boolean holds = !frozen.isOff();
        if (holds) {
            frozen.next(frames);
        }
        echoes.process(input, wet, holds ? frozen.values : null, frames);
        output.process(wet, frames);
        ducking.duck(wet, frames);
        for (int channel = 0; channel < input.length; channel++) {
            System.arraycopy(wet[channel], 0, audio.channel(channel), from, frames);
        }
    }

    private long estimateTail() {
        double loopDb = FastDecibels.toDb(Math.max(1e-7, feedback.plain() / 100)) + Math.abs(tilt.plain());
        if (freeze.on() || loopDb > -0.01) {
            return Long.MAX_VALUE;
        }
        double repeats = 1 + Math.ceil(GONE_DB / loopDb);
        return (long) (repeats * (echoes.periodFrames() + 1) + FILTERS_RING_SECONDS * sampleRate);
    }

    @Override
    public void reset() {
        echoes.reset();
        ducking.reset();
        fresh = true;
    }

    @Override
    public long tailFrames() {
        return tail;
    }
}
