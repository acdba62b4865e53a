package io.arioso.sdk.parameter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers with units as text, both ways. Understands decimal commas and points, a Unicode minus, {@code k} for
 * thousand, infinities and, for hertz, note names; writes at most six significant digits and four decimals with a
 * point, whatever the locale.
 */
final class ValueText {
    private static final String NOTES = "c d ef g a b";
    private static final int SIGNIFICANT_DIGITS = 6;
    private static final int DECIMALS = 4;

    private ValueText() {
    }

    static String format(double plain, Unit unit) {
        if (unit == Unit.HERTZ && Math.abs(plain) >= 1000) return number(plain / 1000) + " kHz";
        if (unit == Unit.MILLISECONDS && Math.abs(plain) >= 1000) return number(plain / 1000) + " s";
        if (unit == Unit.SECONDS && plain != 0 && Math.abs(plain) < 0.1) return number(plain * 1000) + " ms";
        if (unit == Unit.NONE) return number(plain);
        boolean glued = unit == Unit.RATIO || unit == Unit.DEGREES;
        return number(plain) + (glued ? "" : " ") + unit.symbol();
    }

    static String number(double value) {
        if (Double.isInfinite(value)) return value < 0 ? "-inf" : "inf";
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN));
        if (rounded.scale() > DECIMALS) rounded = rounded.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns the plain value of a text. @throws NumberFormatException if it is none */
    static double parse(String text, Unit unit) {
        String rest = text.strip().toLowerCase(Locale.ROOT).replace('\u2212', '-').replace("\u221e", "inf");
        if (unit == Unit.HERTZ) {
            double note = noteHertz(rest);
            if (note > 0) return note;
        }
        double factor = 1;
        for (Unit.Suffix suffix : unit.suffixes()) {
            if (rest.endsWith(suffix.text())) {
                rest = rest.substring(0, rest.length() - suffix.text().length()).strip();
                factor = suffix.factor();
                break;
            }
        }
        return decimal(rest, factor, text);
    }

    private static double decimal(String digits, double factor, String whole) {
        String plain = digits.startsWith("+") ? digits.substring(1) : digits;
        switch (plain) {
            case "inf", "infinity":
                return Double.POSITIVE_INFINITY;
            case "-inf", "-infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                if (!withoutGrouping(plain).matches("-?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})(e-?\\d{1,2})?"))
                    throw new NumberFormatException("\"" + whole.strip() + "\" is not a number");
                return scaled(withoutGrouping(plain), factor);
        }
    }

    /** Decimal arithmetic, so that 1.2 kHz is the double nearest to 1200 and not 1.2's neighbour times 1000. */
    private static double scaled(String digits, double factor) {
        return new BigDecimal(digits).multiply(BigDecimal.valueOf(factor)).doubleValue();
    }

    /** One kind of separator is the decimal one; of two kinds, the last. */
    private static String withoutGrouping(String digits) {
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma < 0) return digits;
        if (point < 0) return digits.replace(',', '.');
        return comma > point ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
    }

    /** Frequency of a note such as {@code a4}, {@code c#3} or {@code eb2} at A4 = 440 Hz; 0 if the text is none. */
    private static double noteHertz(String text) {
        if (!text.matches("[a-g][#b]?-?\\d")) return 0;
        int semitone = NOTES.indexOf(text.charAt(0));
        int at = 1;
        if (text.charAt(at) == '#') {
            semitone++;
            at++;
        } else if (text.charAt(at) == 'b') {
            semitone--;
            at++;
        }
        int key = 12 * (Integer.parseInt(text.substring(at)) + 1) + semitone;
        return 440 * StrictMath.pow(2, (key - 69) / 12.0);
    }
}
