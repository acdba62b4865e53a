package io.arioso.plugins.reverb;

import io.arioso.dsp.filter.FilterShape;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/**
 * The parameters of one band of the equaliser behind the reverberation.
 *
 * @param shape the curve: shelves outside, bells between
 * @param hz    corner or centre
 * @param gain  in decibels; 0 is off
 * @param q     bandwidth
 */
record PostBand(FilterShape shape, FloatParameter hz, FloatParameter gain, FloatParameter q) {
    private static final FilterShape[] SHAPES =
        {FilterShape.LOW_SHELF, FilterShape.BELL, FilterShape.BELL, FilterShape.HIGH_SHELF};
    private static final double[] DEFAULT_HZ = {150, 500, 2500, 8000};

    /** The four bands, low to high, all neutral. */
    static List<PostBand> four() {
        PostBand[] bands = new PostBand[SHAPES.length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = numbered(band);
        }
        return List.of(bands);
    }

    private static PostBand numbered(int band) {
        String id = "eq" + (band + 1) + "_";
        String name = "EQ " + (band + 1);
        return new PostBand(SHAPES[band],
            FloatParameter.hertz(id + "freq", name + " frequency", 20, 20_000, DEFAULT_HZ[band]).group("Post EQ"),
            FloatParameter.decibels(id + "gain", name + " gain", -18, 18, 0).group("Post EQ"),
            FloatParameter.of(id + "q", name + " Q", Unit.NONE, 0.1, 10, 0.7071).skew(Skew.LOGARITHMIC)
                .group("Post EQ"));
    }

    /** All of them in display order. */
    List<FloatParameter> parameters() {
        return List.of(hz, gain, q);
    }
}
