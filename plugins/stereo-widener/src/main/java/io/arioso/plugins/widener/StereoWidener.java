package io.arioso.plugins.widener;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a stereo sound wider or narrower in four bands and never changes what is left of it in mono.
 *
 * <p>Everything that widens goes to the side, (L - R) / 2: its own bands by their width, and a copy of the mid that has
 * been made unrelated to it. The sum of left and right stays what it was. While all bands are set alike nothing is
 * split, and a width of 100 % passes bit for bit; bands that differ are split by a crossover whose all-pass the mid
 * shares. A mono bus passes untouched but for the output gain.
 */
@PluginInfo(id = "io.arioso.widener", name = "Arioso Stereo Widener", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.STEREO, description = "Wider in four bands, with an untouched mono sum")
public final class StereoWidener extends AudioEffect {
    static final int BANDS = 4;
    /** The lowest corner of the mono bass, where it is off. */
    static final double MONO_BASS_OFF_HZ = 20;

    private static final double[] CORNERS_HZ = {150, 900, 5000};
    private static final double[] LOWEST_HZ = {20, 100, 500};
    private static final double[] HIGHEST_HZ = {2000, 8000, 18_000};

    final FloatParameter width = parameter(FloatParameter.percent("width", "Width", 0, 200, 100).group("Width"));
    final FloatParameter monoBassHz = parameter(
        FloatParameter.hertz("mono_bass_freq", "Mono bass below", MONO_BASS_OFF_HZ, 500, MONO_BASS_OFF_HZ)
            .group("Width"));
    final FloatParameter monoBassSlope = parameter(
        FloatParameter.of("mono_bass_slope", "Mono bass slope", Unit.DECIBELS_PER_OCTAVE, 12, 24, 24).step(12)
            .group("Width"));
    final List<FloatParameter> cornersHz = IntStream.range(0, BANDS - 1).mapToObj(this::corner).toList();
    final List<WidenerBand> bands = IntStream.rangeClosed(1, BANDS).mapToObj(this::band).toList();
    final ChoiceParameter<Decorrelation> decorrelation = parameter(
        new ChoiceParameter<>("decorrelation", "Decorrelation", Decorrelation.VELVET).group("Decorrelation")
            .notAutomatable());
    final FloatParameter microDelayMs = parameter(
        FloatParameter.milliseconds("micro_delay_ms", "Micro delay", 1, 30, 12).group("Decorrelation")
            .notAutomatable());
    final BoolParameter onsetOn = parameter(
        new BoolParameter("onset_on", "Onset gate", false).group("Decorrelation"));
    final FloatParameter onsetSensitivity = parameter(
        FloatParameter.percent("onset_sensitivity", "Onset sensitivity", 0, 100, 50).group("Decorrelation"));
    final BoolParameter guardOn = parameter(
        new BoolParameter("guard_on", "Correlation guard", false).group("Safety"));
    final FloatParameter guardLimit = parameter(
        FloatParameter.of("guard_limit", "Least correlation", Unit.NONE, -0.9, 0.9, 0).group("Safety"));
    final BoolParameter monoCheck = parameter(
        new BoolParameter("mono_check", "Mono check", false).group("Safety"));
    final FloatParameter midDb = parameter(
        FloatParameter.decibels("mid_gain", "Mid gain", -24, 24, 0).group("Placement"));
    final FloatParameter sideDb = parameter(
        FloatParameter.decibels("side_gain", "Side gain", -24, 24, 0).group("Placement"));
    final FloatParameter rotation = parameter(
        FloatParameter.of("rotation", "Rotation", Unit.DEGREES, -45, 45, 0).group("Placement"));
    final FloatParameter balance = parameter(
        FloatParameter.percent("balance", "Balance", -100, 100, 0).group("Placement"));
    final FloatParameter outputDb = parameter(
        FloatParameter.decibels("output", "Output", -36, 36, 0).group("Output"));

    final Meter correlationIn = meter("correlation_in", "Correlation in", Unit.NONE);
    final Meter correlationOut = meter("correlation_out", "Correlation out", Unit.NONE);
    final Meter monoLoss = meter("mono_loss", "Lost in mono", Unit.DECIBELS);
    final Meter gainReduction = meter("gain_reduction", "Guard", Unit.DECIBELS);
    final List<Meter> bandWidths = IntStream.rangeClosed(1, BANDS)
        .mapToObj(band -> meter("band" + band + "_width_out", "Width of band " + band, Unit.PERCENT)).toList();

    /** An instance with everything at its default. [main-thread] */
    public StereoWidener() {
        mixParameter(100);
        deltaParameter();
    }

    private FloatParameter corner(int index) {
        return parameter(FloatParameter.hertz("crossover" + (index + 1) + "_freq", "Crossover " + (index + 1),
            LOWEST_HZ[index], HIGHEST_HZ[index], CORNERS_HZ[index]).group("Crossovers"));
    }

    private WidenerBand band(int number) {
        WidenerBand band = WidenerBand.numbered(number);
        band.parameters().forEach(this::parameter);
        return band;
    }

    /** Mono or stereo, no side-chain. [main-thread] */
    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && !layout.hasSidechain();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return setup.layout().channels() == 1 ? new MonoPassage(this, setup) : new WidenerProcessor(this, setup);
    }
}
