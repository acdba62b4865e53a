package io.arioso.plugins.compressor;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/** The parameters of the static curve. */
final class CurveSection extends Section {
    private static final String MAIN = "Compressor";
    private static final String FREE = "Free curve";

    final ChoiceParameter<Style> style = declare(
        new ChoiceParameter<>("style", "Style", Style.CLEAN).group(MAIN).notAutomatable());
    final ChoiceParameter<Direction> direction = declare(
        new ChoiceParameter<>("direction", "Direction", Direction.DOWN).group(MAIN).notAutomatable());
    final FloatParameter threshold = declare(
        FloatParameter.decibels("threshold", "Threshold", -80, 0, -20).group(MAIN));
    final FloatParameter ratio = declare(
        FloatParameter.of("ratio", "Ratio", Unit.RATIO, 1, 100, 4).skew(Skew.LOGARITHMIC).group(MAIN));
    final FloatParameter knee = declare(FloatParameter.decibels("knee", "Knee", 0, 48, 6).group(MAIN));
    final FloatParameter range = declare(FloatParameter.decibels("range", "Range", 0, 80, 80).group(MAIN));
    final BoolParameter free = declare(new BoolParameter("curve_on", "Free curve", false).group(FREE));
    final List<FloatParameter> points = List.of(
        point("curve_in1", "Input 1", -60), point("curve_out1", "Output 1", -60),
        point("curve_in2", "Input 2", -30), point("curve_out2", "Output 2", -30),
        point("curve_in3", "Input 3", 0), point("curve_out3", "Output 3", -15));

    private FloatParameter point(String id, String name, double defaultDb) {
        return declare(FloatParameter.decibels(id, name, -80, 12, defaultDb).group(FREE));
    }
}
