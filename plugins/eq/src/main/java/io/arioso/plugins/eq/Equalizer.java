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
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A parametric equaliser of 32 bands whose curves follow their analog models up to the top of hearing, without latency;
 * or, late, with the phase of the analog models, or with linear phase.
 *
 * <p>Any number of channels; bands on left, right, mid or side act on stereo alone and on all channels elsewhere. With
 * every band off or neutral the signal passes bit for bit. The sound is made by
 * {@link io.arioso.dsp.filter.ParametricEqualizer} and {@link io.arioso.dsp.phase.PhaseFilter}.
 */
@PluginInfo(id = "io.arioso.eq", name = "Arioso EQ", vendor = "Arioso", version = "1.1.0",
        category = PluginCategory.EQ, description = "32 bands, exact to the top of hearing, without latency")
public final class Equalizer extends AudioEffect implements ReferenceMatching {
    final List<Band> bands;
    final ChoiceParameter<Phase> phase =
            new ChoiceParameter<>("phase", "Phase", Phase.MINIMUM).group("Phase").notAutomatable();
    final ChoiceParameter<LinearLength> linearLength =
            new ChoiceParameter<>("linear_length", "Linear length", LinearLength.TAPS_4096).group("Phase")
                    .notAutomatable();
    private final FloatParameter gainScale =
            FloatParameter.percent("gain_scale", "Gain scale", -100, 200, 100);
    private final BoolParameter autoGain = new BoolParameter("auto_gain", "Auto gain", false);
    private final FloatParameter outputDb = FloatParameter.decibels("output", "Output", -36, 36, 0);
    private final Spectrum before = spectrum("pre", "Before the EQ");
    private final Spectrum after = spectrum("post", "Behind the EQ");

    /** An equaliser with all bands off. */
    public Equalizer() {
        this(ParametricEqualizer.BANDS);
    }

    /** One of fewer bands: one band is like another, and a test that goes through all parameters takes its time. */
    Equalizer(int count) {
        bands = IntStream.rangeClosed(1, count).mapToObj(Band::numbered).toList();
        for (Band band : bands) {
            band.parameters().forEach(this::parameter);
        }
        parameter(phase);
        parameter(linearLength);
        parameter(gainScale);
        parameter(autoGain);
        parameter(outputDb);
        BandShorthands.of(bands).forEach(this::shorthand);
    }

    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() >= 1 && !layout.hasSidechain();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        LiveSettings settings = new LiveSettings(setup, bands, gainScale, autoGain, outputDb);
        StillStage still = new StillStage(this, setup, settings);
        return new EqualizerProcessor(still, setup.layout().channels(), before, after);
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
