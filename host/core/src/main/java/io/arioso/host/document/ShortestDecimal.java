package io.arioso.host.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text that reads back as the same number, without {@code .0} behind whole numbers.
 *
 * <p>{@code Double.toString} is not used: before Java 19 it is not always shortest, and files must not differ by
 * runtime.
 */
public final class ShortestDecimal {
    private static final int MOST_DIGITS = 17;
    /** The nearest first; at a power of two, where the doubles are closer below, only the one above may read back. */
    private static final RoundingMode[] ROUNDINGS = {RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP};
    private static final int PLAIN_DIGITS = 21;
    private static final double EXACT_WHOLE = 1e15;

    private ShortestDecimal() {
    }

    /**
     * The text of a number; the two zeros are one. [any-thread]
     *
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value))
            throw new IllegalArgumentException("number: " + value + " has no decimal form");
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) return Long.toString((long) value);
        return notation(shortest(value));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            for (RoundingMode mode : ROUNDINGS) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String notation(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= -7 && exponent < PLAIN_DIGITS) return number.toPlainString();
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }
}
