package io.arioso.plugins.reverb;

import io.arioso.dsp.reverb.RoomShape;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.NoteLength;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import java.util.List;

/**
 * Rooms, halls, plates and your own impulse responses.
 *
 * <p>The algorithmic modes are made by {@link io.arioso.dsp.reverb.RoomReverb}: a feedback delay network of 16 lines
 * that decays as the decay time says at every frequency, early reflections, a diffuser. Around the space stand pre-delay,
 * filters, width, ducking and a gate. Mono and stereo, without latency.
 */
@PluginInfo(id = "io.arioso.reverb", name = "Arioso Reverb", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.REVERB, description = "Rooms, halls, plates and your own impulse responses")
public final class Reverb extends AudioEffect {
    /** Cuts at these ends of their ranges are off. */
    static final double LOW_CUT_OFF_HZ = 10;
    static final double HIGH_CUT_OFF_HZ = 22_000;
    /** The longest pre-delay, also of notes. */
    static final double MAX_PREDELAY_MS = 500;

    final ChoiceParameter<ReverbMode> mode =
        parameter(new ChoiceParameter<>("mode", "Mode", ReverbMode.HALL).group("Space").notAutomatable());
    final FloatParameter decay = parameter(FloatParameter.of("decay_s", "Decay", Unit.SECONDS, 0.1, 60, 2)
        .skew(Skew.LOGARITHMIC).group("Space"));
    final FloatParameter size = parameter(FloatParameter.of("size", "Size", Unit.METRES, 5, 120, 30)
        .skew(Skew.LOGARITHMIC).group("Space").notAutomatable());
    final FloatParameter early = parameter(FloatParameter.percent("early", "Early share", 0, 100, 25).group("Space"));
    final FloatParameter distance = parameter(FloatParameter.percent("distance", "Distance", 0, 100, 50).group("Space"));
    final FloatParameter diffusion =
        parameter(FloatParameter.percent("diffusion", "Diffusion", 0, 100, 100).group("Space"));
    final BoolParameter freeze = parameter(new BoolParameter("freeze", "Freeze", false).group("Space"));

    final FloatParameter predelayMs = parameter(
        FloatParameter.milliseconds("predelay_ms", "Pre-delay", 0, MAX_PREDELAY_MS, 20).group("Pre-delay"));
    final BoolParameter sync = parameter(new BoolParameter("sync", "Follow the tempo", false).group("Pre-delay"));
    final ChoiceParameter<NoteLength> note =
        parameter(new ChoiceParameter<>("note", "Note", NoteLength.SIXTY_FOURTH).group("Pre-delay"));

    final List<FloatParameter> decayBands = declared(DecayBands.parameters());

    final FloatParameter modRate = parameter(
        FloatParameter.hertz("mod_rate", "Modulation rate", 0.05, 5, 0.5).group("Modulation"));
    final FloatParameter modDepth =
        parameter(FloatParameter.percent("mod_depth", "Modulation depth", 0, 100, 25).group("Modulation"));

    final FloatParameter lowCutHz = parameter(
        FloatParameter.hertz("low_cut_freq", "Low cut", LOW_CUT_OFF_HZ, 2000, LOW_CUT_OFF_HZ).group("Filters"));
    final FloatParameter lowCutSlope = parameter(slope("low_cut_slope", "Low cut slope", 12).group("Filters"));
    final FloatParameter highCutHz = parameter(
        FloatParameter.hertz("high_cut_freq", "High cut", 500, HIGH_CUT_OFF_HZ, HIGH_CUT_OFF_HZ).group("Filters"));
    final FloatParameter highCutSlope = parameter(slope("high_cut_slope", "High cut slope", 12).group("Filters"));
    final List<PostBand> postBands = PostBand.four();
    {
        postBands.forEach(band -> declared(band.parameters()));
    }

    final FloatParameter width = parameter(FloatParameter.percent("width", "Width", 0, 200, 100).group("Stereo"));
    final FloatParameter monoBassHz = parameter(
        FloatParameter.hertz("mono_bass_freq", "Mono bass", LOW_CUT_OFF_HZ, 500, LOW_CUT_OFF_HZ).group("Stereo"));
    final FloatParameter monoBassSlope = parameter(slope("mono_bass_slope", "Mono bass slope", 12).group("Stereo"));

    final BoolParameter duckOn = parameter(new BoolParameter("duck_on", "Ducking", false).group("Ducking"));
    final FloatParameter duckThreshold =
        parameter(FloatParameter.decibels("duck_threshold", "Duck threshold", -60, 0, -30).group("Ducking"));
    final FloatParameter duckAmount =
        parameter(FloatParameter.decibels("duck_amount", "Duck amount", 0, 40, 8).group("Ducking"));
    final FloatParameter duckAttackMs =
        parameter(FloatParameter.milliseconds("duck_attack_ms", "Duck attack", 1, 500, 10).group("Ducking"));
    final FloatParameter duckReleaseMs =
        parameter(FloatParameter.milliseconds("duck_release_ms", "Duck release", 10, 3000, 300).group("Ducking"));

    final BoolParameter gateOn = parameter(new BoolParameter("gate_on", "Gate", false).group("Gate"));
    final FloatParameter gateThreshold =
        parameter(FloatParameter.decibels("gate_threshold", "Gate threshold", -80, 0, -40).group("Gate"));
    final FloatParameter gateHoldMs =
        parameter(FloatParameter.milliseconds("gate_hold_ms", "Gate hold", 1, 1000, 200).group("Gate"));
    final FloatParameter gateReleaseMs =
        parameter(FloatParameter.milliseconds("gate_release_ms", "Gate release", 1, 1000, 50).group("Gate"));

    final ImpulseSettings impulse = new ImpulseSettings();
    {
        impulse.parameters().forEach(this::parameter);
        shorthand(new Shorthand("ir", "ir=FILE: convolution with the impulse response in a WAV or AIFF file",
            this::useImpulse));
    }

    final FloatParameter output =
        parameter(FloatParameter.decibels("output", "Output", -36, 36, 0).group(ParameterIds.OUTPUT_GROUP));

    final Meter wetLevel = meter("wet_level", "Reverberation", Unit.DECIBELS);
    final Meter gainReduction = meter("gain_reduction", "Ducking and gate", Unit.DECIBELS);

    /** An instance with everything at its default. [main-thread] */
    public Reverb() {
        mixParameter(25);
        deltaParameter();
    }

    private static FloatParameter slope(String id, String name, double initial) {
        return FloatParameter.of(id, name, Unit.DECIBELS_PER_OCTAVE, 6, 24, initial).step(6);
    }

    private List<FloatParameter> declared(List<FloatParameter> parameters) {
        parameters.forEach(this::parameter);
        return parameters;
    }

    private void useImpulse(String file) {
        impulse.read(file);
        mode.set(ReverbMode.CONVOLUTION);
    }

    @Override
    public PluginState save() {
        return impulse.addTo(super.save());
    }

    @Override
    public void load(PluginState state) {
        impulse.load(state, () -> super.load(state));
    }

    @Override
    protected boolean handlesBlob(String id) {
        return ImpulseBlobs.isPart(id);
    }

    /** Mono and stereo, no side-chain. [main-thread] */
    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && !layout.hasSidechain();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new ReverbProcessor(this, setup, engine(setup));
    }

    /** The space of the mode that is chosen now. */
    private ReverbEngine engine(ProcessSetup setup) {
        return switch (mode.value()) {
            case PLATE -> new RoomEngine(this, RoomShape.PLATE, setup);
            case ROOM -> new RoomEngine(this, RoomShape.ROOM, setup);
            case CHAMBER -> new RoomEngine(this, RoomShape.CHAMBER, setup);
            case HALL -> new RoomEngine(this, RoomShape.HALL, setup);
            case AMBIENCE -> new RoomEngine(this, RoomShape.AMBIENCE, setup);
            case CONVOLUTION -> new ConvolutionEngine(impulse, setup);
        };
    }
}
