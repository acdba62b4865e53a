package io.arioso.plugins.eq;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/**
 * The parameters of one band: {@code band1_on}, {@code band1_type}, {@code band1_freq} and so on.
 *
 * @param on      whether the band sounds
 * @param type    the curve
 * @param hz      centre, corner or pivot; what lies above half the sample rate still shapes what is below
 * @param gainDb  gain; decibels per octave of a flat tilt, which stops at 6
 * @param q       bandwidth or resonance; 0.7071 is Butterworth
 * @param slope   6 times the order of the filter; 12 is the textbook one
 * @param place   the channels; everything is stereo unless there are exactly two
 */
record Band(BoolParameter on, ChoiceParameter<BandType> type, FloatParameter hz, FloatParameter gainDb,
            FloatParameter q, FloatParameter slope, ChoiceParameter<BandPlace> place) {
    private static final double DEFAULT_HZ = 1000;
    private static final double BUTTERWORTH_Q = 0.7071;

    /** The band of a number, 1 or more, off. */
    static Band numbered(int number) {
        String id = "band" + number + "_";
        String group = "Band " + number;
        return new Band(
                new BoolParameter(id + "on", group + " on", false).group(group),
                new ChoiceParameter<>(id + "type", group + " type", BandType.BELL).group(group),
                FloatParameter.hertz(id + "freq", group + " frequency", 5, 80_000, DEFAULT_HZ).group(group),
                FloatParameter.decibels(id + "gain", group + " gain", -36, 36, 0).group(group),
                FloatParameter.of(id + "q", group + " Q", Unit.NONE, 0.025, 40, BUTTERWORTH_Q)
                        .skew(Skew.LOGARITHMIC).group(group),
                FloatParameter.of(id + "slope", group + " slope", Unit.DECIBELS_PER_OCTAVE, 6, 96, 12)
                        .step(6).group(group),
                new ChoiceParameter<>(id + "channel", group + " channel", BandPlace.STEREO).group(group));
    }

    /** All of them in display order. */
    List<Parameter> parameters() {
        return List.of(on, type, hz, gainDb, q, slope, place);
    }
}
