package io.arioso.sdk.parameter;

import java.util.List;

/** Units of parameters and meters: the symbol that is shown and the suffixes that are understood. */
public enum Unit {
    /** A bare number. */
    NONE("", List.of()),
    /** Decibels, relative or full scale. */
    DECIBELS("dB", List.of(suffix("dbfs", 1), suffix("db", 1))),
    /** Decibels true peak, relative to full scale. */
    DECIBELS_TRUE_PEAK("dBTP", List.of(suffix("dbtp", 1), suffix("dbfs", 1), suffix("db", 1))),
    /** Loudness relative to full scale (ITU-R BS.1770). */
    LUFS("LUFS", List.of(suffix("lufs", 1), suffix("lkfs", 1), suffix("lu", 1), suffix("db", 1))),
    /** A difference of loudness. */
    LOUDNESS_UNITS("LU", List.of(suffix("lu", 1), suffix("db", 1))),
    /** Hertz; above 1000 shown in kHz, note names are understood. */
    HERTZ("Hz", List.of(suffix("khz", 1000), suffix("hz", 1), suffix("k", 1000))),
    /** Milliseconds; above 1000 shown in seconds. */
    MILLISECONDS("ms", List.of(suffix("ms", 1), suffix("us", 0.001), suffix("µs", 0.001), suffix("s", 1000))),
    /** Seconds; below 0.1 shown in milliseconds. */
    SECONDS("s", List.of(suffix("ms", 0.001), suffix("s", 1))),
    /** Per cent. */
    PERCENT("%", List.of(suffix("%", 1))),
    /** A ratio to one, such as 4:1. */
    RATIO(":1", List.of(suffix(":1", 1), suffix("x", 1))),
    /** Decibels for each octave. */
    DECIBELS_PER_OCTAVE("dB/oct", List.of(suffix("db/oct", 1), suffix("db", 1))),
    /** Metres. */
    METRES("m", List.of(suffix("m", 1))),
    /** Degrees of phase or angle. */
    DEGREES("°", List.of(suffix("°", 1), suffix("deg", 1))),
    /** Semitones. */
    SEMITONES("st", List.of(suffix("st", 1)));

    private final String symbol;
    private final List<Suffix> suffixes;

    Unit(String symbol, List<Suffix> suffixes) {
        this.symbol = symbol;
        this.suffixes = suffixes;
    }

    /** The symbol behind a value; empty for a bare number. */
    public String symbol() {
        return symbol;
    }

    /** A plain value as users read it: {@code -1.5 dB}, {@code 1.2 kHz}. [any-thread] */
    public String format(double plain) {
        return ValueText.format(plain, this);
    }

    /**
     * The plain value of what a user typed: decimal comma or point, with or without unit. [any-thread]
     *
     * @throws IllegalArgumentException quoting the text if it is not understood
     */
    public double parse(String typed) {
        return ValueText.parse(typed, this);
    }

    /** What may stand behind a typed number, longest first, with the factor that leads to this unit. */
    List<Suffix> suffixes() {
        return suffixes;
    }

    record Suffix(String text, double factor) {
    }

    private static Suffix suffix(String text, double factor) {
        return new Suffix(text, factor);
    }
}
