package io.arioso.plugins.delay;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import java.util.stream.IntStream;

/** The parameters of one tap of the pattern. */
record PatternTap(BoolParameter on, IntParameter step, FloatParameter level, FloatParameter pan) {
    static final int TAPS = 8;
    static final int MAX_STEPS = 16;
    private static final String GROUP = "Pattern";

    /** Eight taps on the first eight steps, the first of them on. */
    static List<PatternTap> all() {
        return IntStream.rangeClosed(1, TAPS).mapToObj(PatternTap::numbered).toList();
    }

    private static PatternTap numbered(int number) {
        String id = "tap" + number + "_";
        String name = "Tap " + number;
        return new PatternTap(
            new BoolParameter(id + "on", name, number == 1).group(GROUP),
            new IntParameter(id + "step", name + " step", Unit.NONE, 1, MAX_STEPS, number).group(GROUP),
            FloatParameter.decibels(id + "level", name + " level", -60, 6, 0).group(GROUP),
            FloatParameter.percent(id + "pan", name + " pan", -100, 100, 0).group(GROUP));
    }

    List<Parameter> parameters() {
        return List.of(on, step, level, pan);
    }
}
