package io.arioso.plugins.delay;

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
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/**
 * Echoes in time with the song: nine topologies from one clean line to tape, bucket brigade, pattern and reverse.
 *
 * <p>Mono and stereo, without latency. Lines are as long as the settings at {@code prepare} need, in steps of 2, 5 and
 * 10 seconds; a longer time asks for a restart and is heard at what fits until then.
 */
@PluginInfo(id = "io.arioso.delay", name = "Arioso Delay", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.DELAY, description = "Echoes in time with the song")
public final class Delay extends AudioEffect {
    /** Cuts at these ends of their ranges are off. */
    static final double LOW_CUT_OFF_HZ = 10;
    static final double HIGH_CUT_OFF_HZ = 22_000;
    static final double MAX_TIME_MS = 10_000;
    private static final String TIMING = "Timing";
    private static final String FEEDBACK = "Feedback";
    private static final String FILTERS = "Filters";
    private static final String MODULATION = "Modulation";
    private static final String DUCKING = "Ducking";
    private static final String GATE = "Gate";

    final ChoiceParameter<Topology> topology = parameter(
        new ChoiceParameter<>("topology", "Topology", Topology.SINGLE).group(TIMING).notAutomatable());
    final BoolParameter sync = parameter(new BoolParameter("sync", "Follow the tempo", false).group(TIMING));
    final ChoiceParameter<NoteLength> note =
        parameter(new ChoiceParameter<>("note", "Note", NoteLength.EIGHTH_DOTTED).group(TIMING));
    final FloatParameter timeMs =
        parameter(FloatParameter.milliseconds("time_ms", "Time", 0.02, MAX_TIME_MS, 375).group(TIMING));
    final ChoiceParameter<NoteLength> rightNote =
        parameter(new ChoiceParameter<>("right_note", "Right note", NoteLength.QUARTER).group(TIMING));
    final FloatParameter rightTimeMs =
        parameter(FloatParameter.milliseconds("right_time_ms", "Right time", 0.02, MAX_TIME_MS, 500).group(TIMING));
    final FloatParameter offset =
        parameter(FloatParameter.percent("offset", "Right offset", -50, 50, 0).group(TIMING));
    final FloatParameter swing = parameter(FloatParameter.percent("swing", "Swing", 50, 75, 50).group(TIMING));
    final FloatParameter feelMs =
        parameter(FloatParameter.milliseconds("feel_ms", "Feel", -50, 50, 0).skew(Skew.LINEAR).group(TIMING));
    final ChoiceParameter<TimeChange> change =
        parameter(new ChoiceParameter<>("change", "Time change", TimeChange.CROSSFADE).group(TIMING));
    final FloatParameter glideMs =
        parameter(FloatParameter.milliseconds("glide_ms", "Glide", 20, 2000, 300).group(TIMING));
    final FloatParameter fadeMs =
        parameter(FloatParameter.milliseconds("fade_ms", "Crossfade", 20, 200, 80).group(TIMING));

    final FloatParameter feedback =
        parameter(FloatParameter.percent("feedback", "Feedback", 0, 110, 35).group(FEEDBACK));
    final FloatParameter cross = parameter(FloatParameter.percent("cross", "Cross-feed", 0, 100, 0).group(FEEDBACK));
    final FloatParameter drive = parameter(FloatParameter.percent("drive", "Drive", 0, 100, 0).group(FEEDBACK));
    final FloatParameter diffusion =
        parameter(FloatParameter.percent("diffusion", "Diffusion", 0, 100, 0).group(FEEDBACK));
    final BoolParameter freeze = parameter(new BoolParameter("freeze", "Freeze", false).group(FEEDBACK));

    final FloatParameter lowCutHz = parameter(
        FloatParameter.hertz("low_cut_freq", "Low cut", LOW_CUT_OFF_HZ, 2000, LOW_CUT_OFF_HZ).group(FILTERS));
    final FloatParameter lowCutSlope = parameter(slope("low_cut_slope", "Low cut slope"));
    final FloatParameter highCutHz = parameter(
        FloatParameter.hertz("high_cut_freq", "High cut", 500, HIGH_CUT_OFF_HZ, HIGH_CUT_OFF_HZ).group(FILTERS));
    final FloatParameter highCutSlope = parameter(slope("high_cut_slope", "High cut slope"));
    final FloatParameter tiltDb = parameter(FloatParameter.decibels("tilt", "Tilt", -6, 6, 0).group(FILTERS));

    final FloatParameter modRate =
        parameter(FloatParameter.hertz("mod_rate", "Modulation rate", 0.02, 10, 0.5).group(MODULATION));
    final FloatParameter modDepth =
        parameter(FloatParameter.milliseconds("mod_depth_ms", "Modulation depth", 0, 10, 0).group(MODULATION));
    final FloatParameter modSpread =
        parameter(FloatParameter.of("mod_spread", "Left to right", Unit.DEGREES, 0, 180, 0).group(MODULATION));
    final FloatParameter driftMs =
        parameter(FloatParameter.milliseconds("drift_ms", "Drift", 0, 5, 0).group(MODULATION));
    final FloatParameter flutter =
        parameter(FloatParameter.percent("flutter", "Flutter", 0, 100, 0).group(MODULATION));

    final IntParameter patternSteps =
        parameter(new IntParameter("pattern_steps", "Steps", Unit.NONE, 1, PatternTap.MAX_STEPS, 8).group("Pattern"));
    final List<PatternTap> taps = PatternTap.all();
    {
        taps.forEach(tap -> tap.parameters().forEach(this::parameter));
    }

    final BoolParameter duckOn = parameter(new BoolParameter("duck_on", "Ducking", false).group(DUCKING));
    final FloatParameter duckThreshold =
        parameter(FloatParameter.decibels("duck_threshold", "Duck threshold", -60, 0, -30).group(DUCKING));
    final FloatParameter duckAmount =
        parameter(FloatParameter.decibels("duck_amount", "Duck amount", 0, 40, 8).group(DUCKING));
    final FloatParameter duckAttackMs =
        parameter(FloatParameter.milliseconds("duck_attack_ms", "Duck attack", 0.1, 200, 10).group(DUCKING));
    final FloatParameter duckReleaseMs =
        parameter(FloatParameter.milliseconds("duck_release_ms", "Duck release", 10, 2000, 300).group(DUCKING));

    final BoolParameter gateOn = parameter(new BoolParameter("gate_on", "Input gate", false).group(GATE));
    final FloatParameter gateThreshold =
        parameter(FloatParameter.decibels("gate_threshold", "Gate threshold", -80, 0, -40).group(GATE));

    final FloatParameter width = parameter(
        FloatParameter.percent("width", "Width", 0, 200, 100).group(ParameterIds.OUTPUT_GROUP));
    final FloatParameter pan = parameter(
        FloatParameter.percent("pan", "Pan", -100, 100, 0).group(ParameterIds.OUTPUT_GROUP));
    final FloatParameter outputDb = parameter(
        FloatParameter.decibels("output", "Output", -36, 36, 0).group(ParameterIds.OUTPUT_GROUP));

    final Meter gainReduction = meter("gain_reduction", "Ducking", Unit.DECIBELS);

    /** The longest time that a processor wished for and had no memory for; survives the restart that it asks for. */
    volatile double wantedSeconds;

    /** An instance with everything at its default. [main-thread] */
    public Delay() {
        mixParameter(30);
        deltaParameter();
    }

    private static FloatParameter slope(String id, String name) {
        return FloatParameter.of(id, name, Unit.DECIBELS_PER_OCTAVE, 6, 24, 12).step(6).group(FILTERS);
    }

    /** Mono and stereo, no side-chain: ducking and gate listen to the input. [main-thread] */
    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && !layout.hasSidechain();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new DelayProcessor(this, setup);
    }
}
