package io.arioso.plugins.eq;

import io.arioso.sdk.parameter.Shorthand;
import java.util.List;
import java.util.Locale;

/**
 * Bands as they are typed on a command line: {@code hp=30Hz/24}, {@code bell=300Hz/-4dB/1.0}, each taking the next band
 * that is off. {@code @mid}, {@code @side}, {@code @left} or {@code @right} behind it says where it acts.
 */
final class BandShorthands {
    private static final String BELL_Q = "1";
    private static final String BUTTERWORTH_Q = "0.7071";

    private final List<Band> bands;

    private BandShorthands(List<Band> bands) {
        this.bands = bands;
    }

    /** The shorthands for a set of bands. */
    static List<Shorthand> of(List<Band> bands) {
        BandShorthands s = new BandShorthands(bands);
        return List.of(
                s.cut("hp", "high-pass", BandType.HIGH_PASS),
                s.cut("lp", "low-pass", BandType.LOW_PASS),
                s.gain("bell", "bell", BandType.BELL, BELL_Q),
                s.gain("ls", "low shelf", BandType.LOW_SHELF, BUTTERWORTH_Q),
                s.gain("hs", "high shelf", BandType.HIGH_SHELF, BUTTERWORTH_Q),
                s.notch(),
                s.tilt());
    }

    private Shorthand cut(String name, String what, BandType type) {
        return new Shorthand(name, name + "=FREQUENCY[/SLOPE]: " + what + ", SLOPE 6 to 96 dB/oct", text -> {
            Typed typed = Typed.of(name, text, 1, 2, "FREQUENCY[/SLOPE]");
            add(name, typed, type, typed.part(0, ""), "0", BUTTERWORTH_Q, typed.part(1, "12"));
        });
    }

    private Shorthand gain(String name, String what, BandType type, String q) {
        return new Shorthand(name, name + "=FREQUENCY/GAIN[/Q]: " + what, text -> {
            Typed typed = Typed.of(name, text, 2, 3, "FREQUENCY/GAIN[/Q]");
            add(name, typed, type, typed.part(0, ""), typed.part(1, ""), typed.part(2, q), "12");
        });
    }

    private Shorthand notch() {
        return new Shorthand("notch", "notch=FREQUENCY[/Q]: removes a frequency", text -> {
            Typed typed = Typed.of("notch", text, 1, 2, "FREQUENCY[/Q]");
            add("notch", typed, BandType.NOTCH, typed.part(0, ""), "0", typed.part(1, BELL_Q), "12");
        });
    }

    private Shorthand tilt() {
        return new Shorthand("tilt", "tilt=SLOPE[/PIVOT]: SLOPE dB per octave about PIVOT, 1 kHz if not said", text -> {
            Typed typed = Typed.of("tilt", text.replaceFirst("(?i)/oct", ""), 1, 2, "SLOPE[/PIVOT]");
            add("tilt", typed, BandType.FLAT_TILT, typed.part(1, "1kHz"), typed.part(0, ""), BUTTERWORTH_Q, "12");
        });
    }

    /** Reads everything first, so that a mistake changes nothing. */
    private void add(String name, Typed typed, BandType type, String hz, String gainDb, String q, String slope) {
        Band band = bands.stream().filter(candidate -> !candidate.on().on()).findFirst().orElseThrow(
                () -> new IllegalArgumentException(name + ": all " + bands.size() + " bands are in use"));
        double plainHz = band.hz().parse(hz);
        double plainGainDb = band.gainDb().parse(gainDb);
        double plainQ = band.q().parse(q);
        double plainSlope = band.slope().parse(slope);
        double place = band.place().parse(typed.place());
        band.type().set(type);
        band.hz().set(plainHz);
        band.gainDb().set(plainGainDb);
        band.q().set(plainQ);
        band.slope().set(plainSlope);
        band.place().set(place);
        band.on().set(true);
    }

    /** What was typed behind the equals sign, taken apart. */
    private record Typed(String[] parts, String place) {

        static Typed of(String name, String text, int fewest, int most, String usage) {
            int at = text.indexOf('@');
            String place = at < 0 ? "stereo" : text.substring(at + 1).strip().toLowerCase(Locale.ROOT);
            String[] parts = (at < 0 ? text : text.substring(0, at)).split("/", -1);
            if (parts.length < fewest || parts.length > most) {
                throw new IllegalArgumentException(name + ": \"" + text + "\" has " + parts.length
                        + (parts.length == 1 ? " part" : " parts") + "; it takes " + usage);
            }
            return new Typed(parts, place);
        }

        String part(int index, String otherwise) {
            return index < parts.length ? parts[index] : otherwise;
        }
    }
}
