package io.arioso.editor.control;

import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Skew;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How far one step of the wheel or an arrow key goes, and to which readable value a hand on a knob leads: 3.4 dB and
 * not 3.39172 dB. Stepped parameters go by their steps; linear ranges by tenths, halves, units; others by a hundredth
 * of the way with three digits. A fine step is a tenth of it.
 */
public final class ValueSteps {
    private static final double WAY = 0.01;
    private static final int DIGITS = 3;
    private static final int SHOWN_DIGITS = 4;

    private ValueSteps() {
    }

    /** The legal value a number of steps up, or down if it is below 0. */
    public static double move(Parameter parameter, double plain, double steps, boolean fine) {
        if (parameter.stepCount() > 0) return moveWhole(parameter, plain, steps);
        if (isLinear(parameter)) {
            BigDecimal step = finer(step(parameter), fine);
            double onGrid = roundTo(plain, step);
            return parameter.nearest(roundTo(onGrid + steps * step.doubleValue(), step));
        }
        double target = parameter.toPlain(parameter.toNormalized(plain) + steps * (fine ? WAY / 10 : WAY));
        double rounded = parameter.nearest(digits(target, fine ? DIGITS + 1 : DIGITS));
        return Math.signum(rounded - plain) == Math.signum(steps) ? rounded : target;
    }

    /** The readable legal value at a place on 0..1. */
    public static double readable(Parameter parameter, double normalized, boolean fine) {
        double plain = parameter.toPlain(normalized);
        if (parameter.stepCount() > 0 || plain == parameter.minimum() || plain == parameter.maximum()) return plain;
        return parameter.nearest(isLinear(parameter)
            ? roundTo(plain, finer(resolution(parameter), fine))
            : digits(plain, fine ? DIGITS + 1 : DIGITS));
    }

    /** A value as it is shown on a control: the parameter's own text with no more digits than one reads at a glance. */
    public static String shown(Parameter parameter, double plain) {
        if (parameter.stepCount() > 0) return parameter.format(plain);
        return parameter.format(isLinear(parameter)
            ? roundTo(plain, finer(resolution(parameter), true))
            : digits(plain, SHOWN_DIGITS));
    }

    private static double moveWhole(Parameter parameter, double plain, double steps) {
        double one = (parameter.maximum() - parameter.minimum()) / (parameter.stepCount() - 1);
        return parameter.nearest(plain + Math.signum(steps) * Math.ceil(Math.abs(steps)) * one);
    }

    private static boolean isLinear(Parameter parameter) {
        return parameter.skew() == Skew.LINEAR;
    }

    /** The 1, 2 or 5 times a power of ten that is not above a hundredth of the range. */
    private static BigDecimal step(Parameter parameter) {
        double hundredth = (parameter.maximum() - parameter.minimum()) * WAY;
        BigDecimal power = powerOfTen(hundredth);
        double digit = hundredth / power.doubleValue();
        return power.multiply(BigDecimal.valueOf(digit >= 5 ? 5 : digit >= 2 ? 2 : 1));
    }

    /** The power of ten that is not above a two-hundredth of the range. */
    private static BigDecimal resolution(Parameter parameter) {
        return powerOfTen((parameter.maximum() - parameter.minimum()) * WAY / 2);
    }

    // The margin keeps 0.1 from being taken for 0.0999.
    private static BigDecimal powerOfTen(double value) {
        return BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(StrictMath.log10(value) + 1e-9));
    }

    private static BigDecimal finer(BigDecimal step, boolean fine) {
        return fine ? step.scaleByPowerOfTen(-1) : step;
    }

    /** Decimal arithmetic: 3 tenths are 0.3, not 0.30000000000000004. */
    private static double roundTo(double value, BigDecimal grid) {
        return BigDecimal.valueOf(value).divide(grid, 0, RoundingMode.HALF_EVEN).multiply(grid).doubleValue();
    }

    private static double digits(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue();
    }
}
