package io.arioso.plugins.eq;

import io.arioso.dsp.filter.CurveMatch;
import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.ReferenceMatching;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A parametric equaliser of 32 bands whose curves follow their analog models up to the top of hearing, without latency;
 * or, late, with the phase of the analog models, or with linear phase.
 *
 * <p>The gain of every band may go with the level of the signal, or of a side-chain of one or two channels.
 *
 * <p>Any number of channels; bands on left, right, mid or side act on stereo alone and on all channels elsewhere. With
 * every band off or neutral the signal passes bit for bit. The sound is made by
 * {@link io.arioso.dsp.filter.DynamicEqualizer}, {@link io.arioso.dsp.filter.ParametricEqualizer} and
 * {@link io.arioso.dsp.phase.PhaseFilter}.
 */
@PluginInfo(id = "io.arioso.eq", name = "Arioso EQ", vendor = "Arioso", version = "1.1.0",
        category = PluginCategory.EQ, description = "32 bands, exact to the top of hearing, without latency")
public final class Equalizer extends AudioEffect implements ReferenceMatching {
    final List<Band> bands;
    final List<BandDynamics> dynamics;
    final FloatParameter lookaheadMs = FloatParameter.milliseconds("lookahead_ms", "Lookahead", 0, 20, 0)
            .step(0.01).group("Dynamics").notAutomatable();
    final IntParameter listen =
            new IntParameter("sc_listen", "Listen to the side of band", Unit.NONE, 0, ParametricEqualizer.BANDS, 0)
            .group("Dynamics");
    final ChoiceParameter<Phase> phase =
            new ChoiceParameter<>("phase", "Phase", Phase.MINIMUM).group("Phase").notAutomatable();
    final ChoiceParameter<LinearLength> linearLength =
            new ChoiceParameter<>("linear_length", "Linear length", LinearLength.TAPS_4096).group("Phase")
                    .notAutomatable();
    final FloatParameter gainScale =
            FloatParameter.percent("gain_scale", "Gain scale", -100, 200, 100);
    final BoolParameter autoGain = new BoolParameter("auto_gain", "Auto gain", false);
    final ChoiceParameter<AutoGainMode> autoGainMode =
            new ChoiceParameter<>("auto_gain_mode", "Auto gain by", AutoGainMode.CURVE);
    final FloatParameter outputDb =
            FloatParameter.decibels("output", "Output", -36, 36, 0).group(ParameterIds.OUTPUT_GROUP);
    final List<Meter> bandGains = new ArrayList<>();
    final Meter dynamicGain = meter("dyn_gain", "Largest dynamic gain", Unit.DECIBELS);
    private final Spectrum before = spectrum("pre", "Before the EQ");
    private final Spectrum after = spectrum("post", "Behind the EQ");

    /** An equaliser with all bands off. */
    public Equalizer() {
        this(ParametricEqualizer.BANDS);
    }

    /** One of fewer bands: one band is like another, and a test that goes through all parameters takes its time. */
    Equalizer(int count) {
        bands = IntStream.rangeClosed(1, count).mapToObj(Band::numbered).toList();
        dynamics = IntStream.rangeClosed(1, count).mapToObj(BandDynamics::numbered).toList();
        for (Band band : bands) {
            band.parameters().forEach(this::parameter);
        }
        for (BandDynamics band : dynamics) {
            band.parameters().forEach(this::parameter);
        }
        parameter(lookaheadMs);
        parameter(listen);
        parameter(phase);
        parameter(linearLength);
        parameter(gainScale);
        parameter(autoGain);
        parameter(autoGainMode);
        parameter(outputDb);
        mixParameter(100);
        deltaParameter();
        for (int band = 1; band <= bands.size(); band++) {
            bandGains.add(meter("band" + band + "_dyn_gain", "Band " + band + " dynamic gain", Unit.DECIBELS));
        }
        BandShorthands.of(bands).forEach(this::shorthand);
    }

    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() >= 1 && layout.sidechainChannels() <= 2;
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        LiveSettings settings = new LiveSettings(setup, bands, gainScale, autoGain, outputDb);
        StillStage still = new StillStage(this, setup, settings);
        DynamicStage dynamic = new DynamicStage(this, setup, still.latencyFrames());
        return new EqualizerProcessor(still, dynamic, setup.layout().channels(), before, after);
    }

    @Override
    public int maxMatchBands() {
        return CurveMatch.MAX_BANDS;
    }

    /** {@inheritDoc} Uses bells and shelves of bands that are off. */
    @Override
    public double matchReference(double[] hertz, double[] programmeDb, double[] referenceDb, int count) {
        return new SpectrumMatch(bands).apply(hertz, programmeDb, referenceDb, count);
    }
}
