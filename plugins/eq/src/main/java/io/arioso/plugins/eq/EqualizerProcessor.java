package io.arioso.plugins.eq;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.meter.Spectrum;

/** Hands blocks and changed settings to the equaliser, and shows analysers what goes in and what comes out. */
final class EqualizerProcessor implements AudioProcessor {
    private final StillStage still;
    private final DynamicStage dynamic;
    private final Spectrum before;
    private final Spectrum after;
    private final float[][] channels;

    EqualizerProcessor(StillStage still, DynamicStage dynamic, int channelCount, Spectrum before, Spectrum after) {
        this.still = still;
        this.dynamic = dynamic;
        this.before = before;
        this.after = after;
        channels = new float[channelCount][];
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        if (context.events().size() > 0) {
            still.apply();
            dynamic.apply();
        }
        before.feed(audio);
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = audio.channel(channel);
        }
        dynamic.processInput(channels, context.sidechain(), audio.frames());
        still.process(channels, audio.frames());
        dynamic.processOutput(channels, audio.frames());
        after.feed(audio);
    }

    @Override
    public void reset() {
        still.reset();
        dynamic.reset();
    }

    @Override
    public int latencyFrames() {
        return dynamic.latencyFrames() + still.latencyFrames();
    }

    @Override
    public long tailFrames() {
        return still.tailFrames() + dynamic.tailFrames();
    }
}
