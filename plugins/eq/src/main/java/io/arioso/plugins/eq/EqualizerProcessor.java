package io.arioso.plugins.eq;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.meter.Spectrum;

/** Hands blocks and changed settings to the equaliser, and shows analysers what goes in and what comes out. */
final class EqualizerProcessor implements AudioProcessor {
    private final StillStage still;
    private final Spectrum before;
    private final Spectrum after;
    private final float[][] channels;

    EqualizerProcessor(StillStage still, int channelCount, Spectrum before, Spectrum after) {
        this.still = still;
        this.before = before;
        this.after = after;
        channels = new float[channelCount][];
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        if (context.events().size() > 0) {
            still.apply();
        }
        before.feed(audio);
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = audio.channel(channel);
        }
        still.process(channels, audio.frames());
        after.feed(audio);
    }

    @Override
    public void reset() {
        still.reset();
    }

    @Override
    public int latencyFrames() {
        return still.latencyFrames();
    }

    @Override
    public long tailFrames() {
        return still.tailFrames();
    }
}
