package io.arioso.editor.control;

import io.arioso.editor.EditorMeter;
import io.arioso.sdk.parameter.Unit;
import java.util.Locale;

/**
 * How a meter's value lies on its bar, guessed from what the meter says of itself.
 *
 * @param from   value at the left end
 * @param to     value at the right end; below {@code from} for what is read from the right, like gain reduction
 * @param origin value at which the bar begins
 * @param format a format of one number with its unit
 */
public record MeterScale(double from, double to, double origin, String format) {
    /** What is shown when there is no value. */
    public static final String NOTHING = "\u2013";
    private static final double LEVEL_FLOOR = -60;
    private static final double LEVEL_TOP = 6;

    /** The scale of a meter. */
    public static MeterScale of(EditorMeter meter) {
        String format = format(meter.unit());
        return switch (meter.unit()) {
            case DECIBELS, LOUDNESS_UNITS -> decibels(meter, format);
            case DECIBELS_TRUE_PEAK, LUFS -> new MeterScale(LEVEL_FLOOR, LEVEL_TOP, LEVEL_FLOOR, format);
            case PERCENT -> new MeterScale(0, meter.id().contains("width") ? 200 : 100, 0, format);
            case DEGREES -> new MeterScale(-180, 180, 0, format);
            case NONE -> new MeterScale(-1, 1, 0, format);
            default -> new MeterScale(0, 1, 0, format);
        };
    }

    private static MeterScale decibels(EditorMeter meter, String format) {
        if (meter.id().contains("reduction")) return new MeterScale(24, 0, 0, format);
        if (meter.id().contains("level") || meter.id().contains("peak"))
            return new MeterScale(LEVEL_FLOOR, LEVEL_TOP, LEVEL_FLOOR, format);
        return new MeterScale(-24, 24, 0, format);
    }

    private static String format(Unit unit) {
        if (unit == Unit.NONE) return "%.2f";
        if (unit == Unit.PERCENT) return "%.0f %%";
        return "%.1f " + unit.symbol();
    }

    /** Whether it reads from the right: the more, the further left. */
    public boolean isReduction() {
        return to < from;
    }

    /** Whether it shows a level against full scale, which is 0. */
    public boolean isLevel() {
        return from == LEVEL_FLOOR && to == LEVEL_TOP;
    }

    /** The place of a value on 0..1 of the bar; of the origin for NaN. */
    public double place(double value) {
        double shown = Double.isNaN(value) ? origin : isReduction() ? Math.abs(value) : value;
        return Math.max(0, Math.min(1, (shown - from) / (to - from)));
    }

    /** A value with its unit; a dash for NaN and what is not finite. */
    public String text(double value) {
        if (!Double.isFinite(value)) return NOTHING;
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-0(\\.0*)?( .*)?") ? text.substring(1) : text;
    }

    /** Of two values, the one that is worth holding: the furthest from where the bar begins. */
    public double further(double held, double value) {
        if (!Double.isFinite(value)) return held;
        if (!Double.isFinite(held)) return value;
        return Math.abs(place(value) - place(origin)) > Math.abs(place(held) - place(origin)) ? value : held;
    }
}
