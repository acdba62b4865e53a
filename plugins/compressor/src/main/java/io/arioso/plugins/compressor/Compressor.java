package io.arioso.plugins.compressor;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.util.stream.Stream;

/**
 * Compresses downward and upward, expands, gates and limits, in five styles, for one or two channels with a side-chain.
 *
 * <p>Its detector takes a tone's envelope without ripple, so that compression adds next to no distortion, and attack,
 * release, hold and curve are what their labels say. With a ratio of 1 the signal passes bit for bit.
 */
@PluginInfo(id = "io.arioso.compressor", name = "Arioso Compressor", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.DYNAMICS, description = "Levels, glues, ducks and gates")
public final class Compressor extends AudioEffect {
    final CurveSection curve = new CurveSection();
    final TimingSection timing = new TimingSection();
    final KeySection key = new KeySection();
    final GainSection gain = new GainSection();

    final Meter gainReduction = meter("gain_reduction", "Gain reduction", Unit.DECIBELS);
    final Meter levelIn = meter("level_in", "Peak in", Unit.DECIBELS);
    final Meter levelOut = meter("level_out", "Peak out", Unit.DECIBELS);
    final Meter levelKey = meter("level_sidechain", "Peak of the key", Unit.DECIBELS);
    final Meter makeupGain = meter("makeup_gain", "Makeup", Unit.DECIBELS);
    final Spectrum keySpectrum = spectrum("sidechain", "Key");

    /** An instance with everything at its default. [main-thread] */
    public Compressor() {
        for (Section section : new Section[] {curve, timing, key, gain}) {
            section.parameters().forEach(this::parameter);
        }
        mixParameter(100);
        deltaParameter();
    }

    /** Mono and stereo, with no side-chain or one of one or two channels. [main-thread] */
    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && layout.sidechainChannels() <= 2;
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new CompressorProcessor(this, setup);
    }

    /** What needs a new processor when it changes. */
    Stream<Parameter> fixedParameters() {
        return parameters().list().stream().filter(parameter -> !parameter.automatable());
    }
}
