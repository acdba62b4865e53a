package io.arioso.bridge;

import io.arioso.sdk.parameter.Unit;

/**
 * The least and greatest value that a DAW expects of a meter: meters declare a unit but no range, and every format
 * wants one. Values beyond it are shown as the bound.
 *
 * @param minimum also stands for a meter that has not measured yet
 * @param maximum above the minimum
 */
public record MeterRange(double minimum, double maximum) {
    private static final MeterRange[] BY_UNIT = new MeterRange[Unit.values().length];

    static {
        for (Unit unit : Unit.values()) BY_UNIT[unit.ordinal()] = sensible(unit);
    }

    /** The range of a unit. Allocates nothing. [any-thread] */
    public static MeterRange of(Unit unit) {
        return BY_UNIT[unit.ordinal()];
    }

    private static MeterRange sensible(Unit unit) {
        return switch (unit) {
            case NONE -> new MeterRange(-1, 1); // a correlation
            case DECIBELS, DECIBELS_TRUE_PEAK -> new MeterRange(-60, 24);
            case LUFS -> new MeterRange(-70, 6);
            case LOUDNESS_UNITS -> new MeterRange(-30, 30);
            case HERTZ -> new MeterRange(0, 24_000);
            case MILLISECONDS -> new MeterRange(0, 10_000);
            case SECONDS -> new MeterRange(0, 60);
            case PERCENT -> new MeterRange(0, 200); // a stereo width
            case RATIO -> new MeterRange(0, 100);
            case DECIBELS_PER_OCTAVE -> new MeterRange(-96, 96);
            case METRES -> new MeterRange(0, 100);
            case DEGREES -> new MeterRange(-180, 180);
            case SEMITONES -> new MeterRange(-48, 48);
        };
    }

    /** The value as a DAW sees it: within the range, the minimum for NaN. Allocates nothing. [any-thread] */
    double shown(double measured) {
        return measured > minimum ? Math.min(measured, maximum) : minimum;
    }
}
