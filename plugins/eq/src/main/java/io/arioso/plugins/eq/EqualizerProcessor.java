package io.arioso.plugins.eq;

import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.meter.Spectrum;

/** Hands blocks and changed settings to the equaliser, and shows analysers what goes in and what comes out. */
final class EqualizerProcessor implements AudioProcessor {
    private final ParametricEqualizer equalizer;
    private final LiveSettings settings;
    private final DynamicStage dynamic;
    private final Spectrum before;
    private final Spectrum after;
    private final float[][] channels;
    private final long tailFrames;

    /** Takes the settings over at once. [main-thread] */
    EqualizerProcessor(ParametricEqualizer equalizer, LiveSettings settings, DynamicStage dynamic, Spectrum before,
                       Spectrum after) {
        this.equalizer = equalizer;
        this.settings = settings;
        this.dynamic = dynamic;
        this.before = before;
        this.after = after;
        channels = new float[equalizer.channels()][];
        reset();
        tailFrames = equalizer.tailFrames() + dynamic.tailFrames();
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        if (context.events().size() > 0) {
            settings.apply(equalizer);
            dynamic.apply();
        }
        before.feed(audio);
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = audio.channel(channel);
        }
        dynamic.processInput(channels, context.sidechain(), audio.frames());
        equalizer.process(channels, 0, audio.frames());
        dynamic.processOutput(channels, audio.frames());
        after.feed(audio);
    }

    @Override
    public void reset() {
        settings.apply(equalizer);
        equalizer.reset();
        dynamic.reset();
    }

    @Override
    public int latencyFrames() {
        return dynamic.latencyFrames();
    }

    /** How long the bands that were on when this was prepared ring, to -120 dB. */
    @Override
    public long tailFrames() {
        return tailFrames;
    }
}
