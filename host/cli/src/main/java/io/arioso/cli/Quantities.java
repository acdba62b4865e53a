package io.arioso.cli;

import io.arioso.host.audiofile.SampleFormat;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;
import java.util.Locale;
import java.util.Map;

/** Reads the figures that users type behind options: with or without unit, with comma or point. */
final class Quantities {
    private static final FloatParameter LOUDNESS = FloatParameter.of("target", "Target", Unit.LUFS, -70, 0, -14);
    private static final FloatParameter TOLERANCE =
        FloatParameter.of("tolerance", "Tolerance", Unit.LOUDNESS_UNITS, 0, 70, 0.5);
    private static final FloatParameter TRUE_PEAK =
        FloatParameter.of("true_peak", "True peak", Unit.DECIBELS_TRUE_PEAK, -70, 24, -1);
    private static final FloatParameter RESIDUAL = FloatParameter.decibels("residual", "Residual", -1000, 24, 0);
    private static final FloatParameter RATE = FloatParameter.hertz("rate", "Rate", 1000, 1_536_000, 48_000);
    private static final FloatParameter TEMPO = FloatParameter.of("tempo", "Tempo", Unit.NONE, 5, 1000, 120);
    private static final Map<String, SampleFormat> WIDTHS = Map.of("8", SampleFormat.INT8, "16", SampleFormat.INT16,
        "24", SampleFormat.INT24, "32", SampleFormat.INT32, "32f", SampleFormat.FLOAT32, "64f", SampleFormat.FLOAT64);

    private Quantities() {
    }

    static double loudness(String typed) throws CommandFailure {
        return parse("--target", LOUDNESS, typed);
    }

    static double tolerance(String typed) throws CommandFailure {
        return parse("--loudness-tolerance", TOLERANCE, typed);
    }

    static double truePeak(String typed) throws CommandFailure {
        return parse("--max-true-peak", TRUE_PEAK, typed);
    }

    static double rate(String typed) throws CommandFailure {
        return parse("--rate", RATE, typed);
    }

    static double tempo(String typed) throws CommandFailure {
        return parse("--tempo", TEMPO, typed.strip().replaceFirst("(?i)\\s*bpm$", ""));
    }

    /** A level that may be negative infinity. */
    static double residual(String typed) throws CommandFailure {
        if (typed.strip().equalsIgnoreCase("-inf")) return Double.NEGATIVE_INFINITY;
        return parse("--max-residual", RESIDUAL, typed);
    }

    /** Width of samples: {@code 16}, {@code 24}, {@code 32f}. */
    static SampleFormat width(String typed) throws CommandFailure {
        SampleFormat format = WIDTHS.get(typed.strip().toLowerCase(Locale.ROOT));
        if (format == null)
            throw new CommandFailure(ExitCode.USAGE, "--bits: \"" + typed + "\" is none of 8, 16, 24, 32, 32f, 64f");
        return format;
    }

    /** The parameters know units, ranges and decimal commas; only their names are ids and not options. */
    private static double parse(String option, FloatParameter quantity, String typed) throws CommandFailure {
        try {
            return quantity.parse(typed);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.USAGE,
                refused.getMessage().replace("parameter \"" + quantity.id() + "\"", option));
        }
    }
}
