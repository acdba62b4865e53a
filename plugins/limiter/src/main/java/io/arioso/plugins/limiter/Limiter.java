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
import io.arioso.sdk.parameter.FloatParameter;
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
    version = "1.0.0",
    category = PluginCategory.LIMITER,
    description = "Raises the level under a ceiling that no true peak crosses")
public final class Limiter extends AudioEffect {
    final FloatParameter gainDb = parameter(FloatParameter.decibels(ParameterIds.GAIN, "Gain", -24, 48, 0).step(0.01));
    final FloatParameter ceilingDb = parameter(
        FloatParameter.of("ceiling", "Ceiling", Unit.DECIBELS_TRUE_PEAK, -12, 0, -1).step(0.01));
    final BoolParameter truePeak = parameter(new BoolParameter("true_peak", "True peak", true));
    final FloatParameter lookaheadMs = parameter(
        FloatParameter.milliseconds("lookahead_ms", "Lookahead", 0, LookaheadLimiter.MAX_LOOKAHEAD_MS, 1.5)
            .skew(Skew.power(2)).step(0.01).notAutomatable());
    final FloatParameter releaseMs = parameter(
        FloatParameter.milliseconds("release_ms", "Release", 1, 1000, 100).group("Release"));
    final BoolParameter autoRelease = parameter(
        new BoolParameter("auto_release", "Auto release", false).group("Release"));
    final FloatParameter link = parameter(FloatParameter.percent("link", "Channel link", 0, 100, 100));
    final BoolParameter unityGain = parameter(new BoolParameter("unity_gain", "Unity gain listen", false));
    final BoolParameter targetOn = parameter(
        new BoolParameter(ParameterIds.TARGET_ON, "Loudness target", false).group("Loudness"));
    final FloatParameter targetLufs = parameter(
        FloatParameter.of(ParameterIds.TARGET_LUFS, "Target loudness", Unit.LUFS, -30, -5, -14).step(0.1)
            .group("Loudness"));

    final Meter gainReduction = meter("gain_reduction", "Gain reduction", Unit.DECIBELS);
    final Meter truePeakIn = meter("true_peak_in", "True peak in", Unit.DECIBELS_TRUE_PEAK);
    final Meter truePeakOut = meter("true_peak_out", "True peak out", Unit.DECIBELS_TRUE_PEAK);
    final Meter loudnessIn = meter("loudness_in", "Integrated loudness in", Unit.LUFS);
    final Meter loudnessOut = meter("loudness_out", "Integrated loudness out", Unit.LUFS);
    final Meter shortTermOut = meter("loudness_short", "Short-term loudness out", Unit.LUFS);
    final Meter suggestedGain = meter("suggested_gain", "Gain to the target", Unit.DECIBELS);

    /** Makes an instance with everything at its default. [main-thread] */
    public Limiter() {
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
