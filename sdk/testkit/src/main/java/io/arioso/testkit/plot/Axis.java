package io.arioso.testkit.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a plot: a range and where its marks stand.
 *
 * @param label       what it shows, with its unit
 * @param from        value at the origin
 * @param to          value at the far end, above {@code from}
 * @param logarithmic whether equal ways are equal ratios; {@code from} must then be above 0
 */
public record Axis(String label, double from, double to, boolean logarithmic) {
    private static final int MARKS = 8;

    /** Checks the range. */
    public Axis {
        if (!(from < to)) throw new IllegalArgumentException(label + ": " + from + " is not below " + to);
        if (logarithmic && from <= 0) throw new IllegalArgumentException(label + ": " + from + " is not above 0");
    }

    /** Equal steps. */
    public static Axis linear(String label, double from, double to) {
        return new Axis(label, from, to, false);
    }

    /** Equal ratios. */
    public static Axis logarithmic(String label, double from, double to) {
        return new Axis(label, from, to, true);
    }

    /** Where a value lies, 0..1 within the range; values outside go to the nearer end. */
    double place(double value) {
        double place = logarithmic
            ? StrictMath.log(value / from) / StrictMath.log(to / from)
            : (value - from) / (to - from);
        return Math.max(0, Math.min(1, place));
    }

    /** The values that are marked: 1, 2, 5 and their tenfolds. */
    List<Double> marks() {
        return logarithmic ? decades() : steps();
    }

    private List<Double> steps() {
        double rough = (to - from) / MARKS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        List<Double> marks = new ArrayList<>();
        for (double at = Math.ceil(from / step - 1e-9); at * step <= to + 1e-9 * step; at++) marks.add(at * step);
        return marks;
    }

    private List<Double> decades() {
        List<Double> marks = new ArrayList<>();
        for (double power = StrictMath.pow(10, Math.floor(StrictMath.log10(from))); power <= to; power *= 10)
            for (int digit : new int[] {1, 2, 5}) {
                double mark = digit * power;
                if (mark >= from * (1 - 1e-9) && mark <= to * (1 + 1e-9)) marks.add(mark);
            }
        return marks;
    }

    /** A mark as it is written: at most four digits, thousands as k on a logarithmic axis. */
    String text(double mark) {
        if (logarithmic && Math.abs(mark) >= 1000) return plain(mark / 1000) + "k";
        return plain(mark);
    }

    private static String plain(double value) {
        String text = String.format(java.util.Locale.ROOT, "%.4f", value);
        text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text;
    }
}
