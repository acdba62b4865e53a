package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadLimiter;
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
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;

/**
 * A mastering limiter: raises the level and lets no true peak above the ceiling.
 *
 * <p>It measures loudness and true peak before and after. With a loudness target it suggests the input gain that leads
 * there; a host that renders offline sets that gain, renders again, and arrives within a few passes.
 */
@PluginInfo(
    id = "io.arioso.limiter",
    name = "Arioso Limiter",
    vendor = "Arioso",
    version = "1.1.0",
    category = PluginCategory.LIMITER,
    description = "Raises the level under a ceiling that no true peak crosses")
public final class Limiter extends AudioEffect {
    private static final String LIMITER = "Limiter";
    private static final String TIMING = "Timing";
    private static final String LINK = "Channels and bands";
    private static final String LOUDNESS = "Loudness";

    final FloatParameter gainDb = parameter(FloatParameter.decibels(ParameterIds.GAIN, "Gain", -24, 48, 0).step(0.01)
        .group(LIMITER));
    final FloatParameter ceilingDb = parameter(
        FloatParameter.of("ceiling", "Ceiling", Unit.DECIBELS_TRUE_PEAK, -12, 0, -1).step(0.01).group(LIMITER));
    final ChoiceParameter<Style> style = parameter(
        new ChoiceParameter<>("style", "Style", Style.TRANSPARENT).group(LIMITER).notAutomatable());
    final FloatParameter clipAboveDb = parameter(
        FloatParameter.decibels("clip_above", "Clip above ceiling", 0, 12, 3).step(0.1).group(LIMITER));
    final BoolParameter truePeak = parameter(new BoolParameter("true_peak", "True peak", true).group(LIMITER));
    final ChoiceParameter<Detection> detection = parameter(
        new ChoiceParameter<>("detection", "Detection", Detection.X8).group(LIMITER).notAutomatable());
    final FloatParameter lookaheadMs = parameter(
        FloatParameter.milliseconds("lookahead_ms", "Lookahead", 0, LookaheadLimiter.MAX_LOOKAHEAD_MS, 1.5)
            .skew(Skew.power(2)).step(0.01).group(TIMING).notAutomatable());
    final ChoiceParameter<Attack> attack = parameter(
        new ChoiceParameter<>("attack_shape", "Attack shape", Attack.BY_STYLE).group(TIMING).notAutomatable());
    final FloatParameter releaseMs = parameter(
        FloatParameter.milliseconds("release_ms", "Release", 1, 1000, 100).group(TIMING));
    final BoolParameter autoRelease = parameter(
        new BoolParameter("auto_release", "Auto release", false).group(TIMING));
    final FloatParameter link = parameter(FloatParameter.percent("link", "Channel link", 0, 100, 100).group(LINK));
    final FloatParameter releaseLink = parameter(
        FloatParameter.percent("release_link", "Release link", 0, 100, 0).group(LINK));
    final BoolParameter midSide = parameter(new BoolParameter("mid_side", "Mid/side", false).group(LINK)
        .notAutomatable());
    final BoolParameter multiband = parameter(new BoolParameter("multiband", "Multiband", false).group(LINK)
        .notAutomatable());
    final BoolParameter targetOn = parameter(
        new BoolParameter(ParameterIds.TARGET_ON, "Loudness target", false).group(LOUDNESS));
    final FloatParameter targetLufs = parameter(
        FloatParameter.of(ParameterIds.TARGET_LUFS, "Target loudness", Unit.LUFS, -30, -5, -14).step(0.1)
            .group(LOUDNESS));
    final BoolParameter unityGain = parameter(
        new BoolParameter("unity_gain", "Unity gain listen", false).group(LOUDNESS));
    final ChoiceParameter<DitherChoice> dither = parameter(
        new ChoiceParameter<>("dither", "Dither", DitherChoice.OFF).group(ParameterIds.OUTPUT_GROUP).notAutomatable());
    final IntParameter ditherBits = parameter(
        new IntParameter("dither_bits", "Word length", Unit.NONE, 8, 24, 16).group(ParameterIds.OUTPUT_GROUP)
            .notAutomatable());

    final Meter gainReduction = meter("gain_reduction", "Gain reduction", Unit.DECIBELS);
    final Meter partReduction = meter("part_reduction", "Reduction of bands, mid, side", Unit.DECIBELS);
    final Meter clipReduction = meter("clip_reduction", "Clip assist", Unit.DECIBELS);
    final Meter truePeakIn = meter("true_peak_in", "True peak in", Unit.DECIBELS_TRUE_PEAK);
    final Meter truePeakOut = meter("true_peak_out", "True peak out", Unit.DECIBELS_TRUE_PEAK);
    final Meter loudnessIn = meter("loudness_in", "Integrated loudness in", Unit.LUFS);
    final Meter loudnessOut = meter("loudness_out", "Integrated loudness out", Unit.LUFS);
    final Meter shortTermOut = meter("loudness_short", "Short-term loudness out", Unit.LUFS);
    final Meter overMinus14 = meter("over_minus_14", "Louder than -14 LUFS", Unit.DECIBELS);
    final Meter overMinus16 = meter("over_minus_16", "Louder than -16 LUFS", Unit.DECIBELS);
    final Meter overMinus23 = meter("over_minus_23", "Louder than -23 LUFS", Unit.DECIBELS);
    final Meter suggestedGain = meter("suggested_gain", "Gain to the target", Unit.DECIBELS);

    /** Makes an instance with everything at its default. [main-thread] */
    public Limiter() {
        mixParameter(100);
        deltaParameter();
    }

    /** Any number of channels, no side-chain. [main-thread] */
    @Override
    public boolean supports(BusLayout layout) {
        return !layout.hasSidechain();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new LimiterProcessor(this, setup);
    }
}
