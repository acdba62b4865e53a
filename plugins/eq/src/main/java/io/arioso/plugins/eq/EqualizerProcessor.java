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
    private final Spectrum before;
    private final Spectrum after;
    private final float[][] channels;
    private final long tailFrames;

    /** Takes the settings over at once. [main-thread] */
    EqualizerProcessor(ParametricEqualizer equalizer, LiveSettings settings, Spectrum before, Spectrum after) {
        this.equalizer = equalizer;
        this.settings = settings;
        this.before = before;
        this.after = after;
        channels = new float[equalizer.channels()][];
        reset();
        tailFrames = equalizer.tailFrames();
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        if (context.events().size() > 0) {
            settings.apply(equalizer);
        }
        before.feed(audio);
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = audio.channel(channel);
        }
        equalizer.process(channels, 0, audio.frames());
        after.feed(audio);
    }

    @Override
    public void reset() {
        settings.apply(equalizer);
        equalizer.reset();
    }

    /** How long the bands that were on when this was prepared ring, to -120 dB. */
    @Override
    public long tailFrames() {
        return tailFrames;
    }
}
