package io.arioso.plugins.compressor;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.ParameterIds;

/** The parameters of how the gain is applied, and of what follows. */
final class GainSection extends Section {
    private static final String STEREO = "Stereo";
    private static final String MAKEUP = "Makeup";
    private static final String CLIP = "Clip";

    final ChoiceParameter<StereoMode> stereoMode = declare(
        new ChoiceParameter<>("stereo_mode", "Stereo mode", StereoMode.LEFT_RIGHT).group(STEREO).notAutomatable());
    final FloatParameter wetFirst = declare(
        FloatParameter.percent("wet_left", "Left or mid wet", 0, 100, 100).group(STEREO));
    final FloatParameter wetSecond = declare(
        FloatParameter.percent("wet_right", "Right or side wet", 0, 100, 100).group(STEREO));
    final ChoiceParameter<MakeupMode> makeupMode = declare(
        new ChoiceParameter<>("makeup_mode", "Makeup mode", MakeupMode.MANUAL).group(MAKEUP));
    final FloatParameter makeup = declare(FloatParameter.decibels("makeup", "Makeup", -24, 36, 0).group(MAKEUP));
    final BoolParameter clip = declare(new BoolParameter("clip_on", "Soft clip", false).group(CLIP).notAutomatable());
    final FloatParameter drive = declare(FloatParameter.decibels("clip_drive", "Drive", 0, 24, 0).group(CLIP));
    final FloatParameter ceiling = declare(
        FloatParameter.decibels("clip_ceiling", "Clip ceiling", -24, 0, 0).group(CLIP));
    final ChoiceParameter<Oversampling> oversampling = declare(
        new ChoiceParameter<>("oversampling", "Oversampling", Oversampling.X4).group(CLIP).notAutomatable());
    final FloatParameter output = declare(
        FloatParameter.decibels("output", "Output", -36, 36, 0).group(ParameterIds.OUTPUT_GROUP));
}
