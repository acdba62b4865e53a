package io.arioso.plugins.eq;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/**
 * The parameters of one band's dynamics: {@code band1_dyn_on}, {@code band1_dyn_threshold} and so on.
 *
 * @param on          whether the band's gain goes with the level of a signal
 * @param threshold   level in dBFS of a sine's peak; in dB against the whole signal if relative
 * @param range       the gain that is added to the band's own when the level is far enough beyond the threshold
 * @param mode        on which side of the threshold the band acts
 * @param knee        width of the bend at the threshold in dB
 * @param attackMs    63.2 % of the way to more action
 * @param releaseMs   63.2 % of the way back
 * @param holdMs      how long action is kept at least
 * @param averageMs   time constant of the average
 * @param average     which share of the level is average, the rest the envelope itself
 * @param relative    whether the level is taken against that of the whole signal
 * @param side        what the band listens to
 * @param sideHz      its frequency, where it is not the band's
 * @param sideQ       its Q, where it is not the band's
 * @param external    whether it listens to the side-chain
 */
record BandDynamics(BoolParameter on, FloatParameter threshold, FloatParameter range,
                    ChoiceParameter<DynamicsMode> mode, FloatParameter knee, FloatParameter attackMs,
                    FloatParameter releaseMs, FloatParameter holdMs, FloatParameter averageMs, FloatParameter average,
                    BoolParameter relative, ChoiceParameter<SideChoice> side, FloatParameter sideHz,
                    FloatParameter sideQ, BoolParameter external) {

    /** The dynamics of the band of a number, 1 or more, off. */
    static BandDynamics numbered(int number) {
        String id = "band" + number + "_";
        String band = "Band " + number;
        String group = band + " dynamics";
        return new BandDynamics(
                new BoolParameter(id + "dyn_on", group, false).group(group),
                FloatParameter.decibels(id + "dyn_threshold", band + " threshold", -80, 0, -30).group(group),
                FloatParameter.decibels(id + "dyn_range", band + " range", -36, 36, -6).group(group),
                new ChoiceParameter<>(id + "dyn_mode", band + " acts", DynamicsMode.ABOVE).group(group),
                FloatParameter.decibels(id + "dyn_knee", band + " knee", 0, 48, 6).group(group),
                FloatParameter.milliseconds(id + "dyn_attack_ms", band + " attack", 0.1, 500, 10).group(group),
                FloatParameter.milliseconds(id + "dyn_release_ms", band + " release", 1, 5000, 100).group(group),
                FloatParameter.milliseconds(id + "dyn_hold_ms", band + " hold", 0, 1000, 0).group(group),
                FloatParameter.milliseconds(id + "dyn_average_ms", band + " average time", 1, 500, 20).group(group),
                FloatParameter.percent(id + "dyn_average", band + " average", 0, 100, 0).group(group),
                new BoolParameter(id + "dyn_relative", band + " relative", false).group(group),
                new ChoiceParameter<>(id + "sc_filter", band + " listens to", SideChoice.AUTO).group(group),
                FloatParameter.hertz(id + "sc_freq", band + " listening frequency", 20, 20_000, 1000).group(group),
                FloatParameter.of(id + "sc_q", band + " listening Q", Unit.NONE, 0.1, 20, 0.7071)
                        .skew(Skew.LOGARITHMIC).group(group),
                new BoolParameter(id + "sc_external", band + " external side-chain", false).group(group));
    }

    /** All of them in display order. */
    List<Parameter> parameters() {
        return List.of(on, threshold, range, mode, knee, attackMs, releaseMs, holdMs, averageMs, average, relative,
                side,
                sideHz, sideQ, external);
    }
}
