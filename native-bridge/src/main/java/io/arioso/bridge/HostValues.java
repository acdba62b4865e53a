package io.arioso.bridge;

import io.arioso.sdk.parameter.Parameter;

/**
 * Values as DAWs write them, plain or on 0..1, both ways. [any-thread, allocates nothing]
 *
 * <p>Many DAWs keep values as {@code float}: -1.1 dB comes back as -1.10000002. What sounds must be what the user has
 * set, bit for bit what {@code arioso render} makes of -1.1. So a number that is a {@code float} stands for all numbers
 * that round to it, and of these it means the one with the fewest digits. Seven digits come back through a plain
 * {@code float}, about six through one on 0..1. A number that is no {@code float} is taken for what it is, but for the
 * last bits that the way to 0..1 and back costs.
 */
final class HostValues {
    /** What a double on 0..1 may have lost on its way there and back. */
    private static final double DOUBLE_SLACK = 0x1p-44;

    private HostValues() {
    }

    /** The plain value at a place on 0..1, which is clamped; not NaN. */
    static double fromNormalized(BridgedParameter parameter, double normalized) {
        if (parameter.isMeter()) return parameter.minimum() + clamp(normalized) * range(parameter);
        Parameter target = parameter.parameter();
        if (!(normalized > 0)) return target.minimum();
        if (normalized >= 1) return target.maximum();
        double plain = target.toPlain(normalized);
        if (target.stepCount() > 0) return plain;
        double slack = slack(normalized);
        return target.nearest(RoundNumber.between(
            target.toPlain(normalized - slack), plain, target.toPlain(normalized + slack)));
    }

    /** The place on 0..1 of a plain value, which is clamped. */
    static double toNormalized(BridgedParameter parameter, double plain) {
        if (!parameter.isMeter()) return parameter.parameter().toNormalized(plain);
        return clamp((plain - parameter.minimum()) / range(parameter));
    }

    /** The plain value that a DAW means which keeps plain values as {@code float}; not NaN. */
    static double fromFloat(BridgedParameter parameter, double value) {
        if (value <= (float) parameter.minimum()) return parameter.minimum();
        if (value >= (float) parameter.maximum()) return parameter.maximum();
        float rounded = (float) value;
        if (parameter.isMeter() || rounded != value) return value;
        double slack = Math.ulp(rounded) / 2.0;
        return parameter.parameter().nearest(RoundNumber.between(value - slack, value, value + slack));
    }

    /**
     * The plain value of an event. A DAW that merely repeats what it was told, rounded, leaves the value as it is.
     *
     * @param current the plain value in force
     */
    static double ofEvent(EventValues values, BridgedParameter parameter, double current, double sent) {
        return switch (values) {
            case PLAIN_BY_KEY -> sent;
            case NORMALIZED_BY_KEY -> Math.abs(toNormalized(parameter, current) - sent) <= slack(sent)
                ? current : fromNormalized(parameter, sent);
            case PLAIN_BY_CONTROL -> (float) current == sent ? current : fromFloat(parameter, sent);
        };
    }

    /** The number of an event that tells a plain value. */
    static double toEvent(EventValues values, BridgedParameter parameter, double plain) {
        return values == EventValues.NORMALIZED_BY_KEY ? toNormalized(parameter, plain) : plain;
    }

    private static double slack(double normalized) {
        float rounded = (float) normalized;
        return rounded == normalized ? Math.max(DOUBLE_SLACK, Math.ulp(rounded) / 2.0) : DOUBLE_SLACK;
    }

    private static double range(BridgedParameter parameter) {
        return parameter.maximum() - parameter.minimum();
    }

    private static double clamp(double place) {
        return place > 0 ? Math.min(place, 1) : 0;
    }
}
