package io.arioso.plugins.widener;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import java.util.List;

/**
 * The parameters of one band: {@code band1_width}, {@code band1_decorrelation} and so on.
 *
 * @param width         how much of the band's side is kept
 * @param decorrelation how much of the band's mid is added to the side, made unrelated
 * @param solo          lets only the bands be heard that are soloed
 * @param bypass        leaves the band as it comes
 */
record WidenerBand(FloatParameter width, FloatParameter decorrelation, BoolParameter solo, BoolParameter bypass) {

    /** The band of a number, 1 or more, neutral. */
    static WidenerBand numbered(int number) {
        String id = "band" + number + "_";
        String group = "Band " + number;
        return new WidenerBand(
            FloatParameter.percent(id + "width", group + " width", 0, 200, 100).group(group),
            FloatParameter.percent(id + "decorrelation", group + " decorrelation", 0, 100, 0).group(group),
            new BoolParameter(id + "solo", group + " solo", false).group(group),
            new BoolParameter(id + "bypass", group + " bypass", false).group(group));
    }

    /** All of them in display order. */
    List<Parameter> parameters() {
        return List.of(width, decorrelation, solo, bypass);
    }
}
