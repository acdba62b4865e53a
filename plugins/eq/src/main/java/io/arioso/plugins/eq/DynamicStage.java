package io.arioso.plugins.eq;

import io.arioso.dsp.filter.DynamicEqualizer;
import io.arioso.dsp.meter.LoudnessMatch;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/**
 * What of the EQ goes with the signal: in front of the still curves the dynamic bands, behind them the loudness match
 * and, on request, the key of a band instead of the sound.
 */
final class DynamicStage {
    private final DynamicEqualizer equalizer;
    private final LiveDynamics settings;
    private final LoudnessMatch loudness;
    private final DynamicMeters meters;
    private final LiveValue autoGain;
    private final LiveValue autoGainMode;
    private final LiveValue outputDb;
    private final LiveValue lookaheadMs;
    private final HostRequests host;
    private final double preparedLookaheadMs;
    private final int lookaheadFrames;
    private final float[][] external;
    private final long tailFrames;

    /**
     * Takes the settings over at once. [main-thread]
     *
     * @param stillLatency by how many frames the still curves are late
     */
    DynamicStage(Equalizer effect, ProcessSetup setup, int stillLatency) {
        int channels = setup.layout().channels();
        preparedLookaheadMs = effect.lookaheadMs.plain();
        lookaheadFrames = (int) Math.rint(preparedLookaheadMs * setup.sampleRate() / 1000);
        external = new float[setup.layout().sidechainChannels()][];
        equalizer = new DynamicEqualizer(setup.sampleRate(), channels, external.length, setup.maxFrames(),
                lookaheadFrames);
        settings = new LiveDynamics(setup, effect);
        loudness = new LoudnessMatch(setup.sampleRate(), channels, setup.maxFrames(), lookaheadFrames + stillLatency);
        meters = new DynamicMeters(effect, equalizer, setup.sampleRate());
        autoGain = setup.live(effect.autoGain);
        autoGainMode = setup.live(effect.autoGainMode);
        outputDb = setup.live(effect.outputDb);
        lookaheadMs = setup.live(effect.lookaheadMs);
        host = setup.host();
        reset();
        tailFrames = lookaheadFrames + equalizer.tailFrames();
    }

    /** Takes changed settings over. [audio-thread] */
    void apply() {
        settings.apply(equalizer);
        loudness.setOn(autoGain.on() && autoGainMode.index() == AutoGainMode.LOUDNESS.ordinal());
        loudness.setOutputGain(Decibels.toGain(outputDb.plain()));
        if (lookaheadMs.plain() != preparedLookaheadMs && lookaheadMs.changed()) {
            host.requestRestart();
        }
    }

    /** What comes in front of the still curves. [audio-thread] */
    void processInput(float[][] channels, AudioBuffer sidechain, int frames) {
        loudness.takeInput(channels, 0, frames);
        for (int c = 0; c < external.length; c++) {
            external[c] = sidechain.channel(c);
        }
        equalizer.process(channels, external, 0, frames);
        meters.advance(frames);
    }

    /** What comes behind them. [audio-thread] */
    void processOutput(float[][] channels, int frames) {
        loudness.process(channels, 0, frames);
        equalizer.hear(channels, frames);
    }

    void reset() {
        apply();
        equalizer.reset();
        loudness.reset();
        meters.reset();
    }

    int latencyFrames() {
        return lookaheadFrames;
    }

    /** How long the bands that were on when this was prepared ring, lookahead included. */
    long tailFrames() {
        return tailFrames;
    }
}
