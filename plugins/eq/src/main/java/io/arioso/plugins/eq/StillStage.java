package io.arioso.plugins.eq;

import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.dsp.phase.PhaseFilter;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/**
 * The still curves of the bands in the phase that is chosen: biquads for minimum phase, biquads and their correction
 * for analog phase, one long response for linear phase. A change of the phase asks the host for a restart.
 */
final class StillStage {
    private final ParametricEqualizer biquads;
    private final PhaseFilter filter;
    private final LiveSettings settings;
    private final LiveValue phase;
    private final LiveValue linearLength;
    private final int preparedPhase;
    private final int preparedLength;
    private final HostRequests host;
    private final long tailFrames;

    /** Takes the settings over at once. [main-thread] */
    StillStage(Equalizer effect, ProcessSetup setup, LiveSettings settings) {
        this.settings = settings;
        phase = setup.live(effect.phase);
        linearLength = setup.live(effect.linearLength);
        preparedPhase = effect.phase.value().ordinal();
        preparedLength = effect.linearLength.value().ordinal();
        host = setup.host();
        double rate = setup.sampleRate();
        int channels = setup.layout().channels();
        biquads = effect.phase.value() == Phase.LINEAR ? null : new ParametricEqualizer(rate, channels);
        filter = switch (effect.phase.value()) {
            case MINIMUM -> null;
            case ANALOG -> PhaseFilter.analog(rate, channels);
            case LINEAR -> PhaseFilter.linear(rate, channels, effect.linearLength.value().taps());
        };
        reset();
        tailFrames = (biquads == null ? 0 : biquads.tailFrames()) + (filter == null ? 0 : filter.tailFrames());
    }

    /** Takes changed settings over. [audio-thread] */
    void apply() {
        if (biquads != null) {
            settings.apply(biquads);
        }
        if (filter != null) {
            settings.apply(filter);
        }
        boolean lengthCounts = preparedPhase == Phase.LINEAR.ordinal();
        if (phase.changed() && phase.index() != preparedPhase
                || lengthCounts && linearLength.changed() && linearLength.index() != preparedLength) {
            host.requestRestart();
        }
    }

    /** Filters the first frames of every channel in place. [audio-thread] */
    void process(float[][] channels, int frames) {
        if (biquads != null) {
            biquads.process(channels, 0, frames);
        }
        if (filter != null) {
            filter.process(channels, 0, frames);
        }
    }

    void reset() {
        apply();
        if (biquads != null) {
            biquads.reset();
        }
        if (filter != null) {
            filter.reset();
        }
    }

    int latencyFrames() {
        return filter == null ? 0 : filter.latencyFrames();
    }

    /** How long the bands that were on when this was prepared ring, to -120 dB, and the longest response. */
    long tailFrames() {
        return tailFrames;
    }
}
