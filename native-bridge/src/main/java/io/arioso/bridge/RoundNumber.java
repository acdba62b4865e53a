package io.arioso.bridge;

/**
 * The decimal number that a binary one was before somebody rounded it: of all numbers that could have been rounded so,
 * the one with the fewest digits. [any-thread, allocates nothing]
 */
final class RoundNumber {
    private static final double[] POWERS = new double[16];

    static {
        // Exact: every power of ten below 10^23 is a double.
        for (int zeros = 0; zeros < POWERS.length; zeros++) POWERS[zeros] = Double.parseDouble("1e" + zeros);
    }

    private RoundNumber() {
    }

    /**
     * The number with the fewest decimals from {@code low} to {@code high}, of these the nearest to {@code near}; it is
     * the very double that the compiler makes of these decimals. {@code near} itself if it would take more than 15.
     */
    static double between(double low, double near, double high) {
        for (int zeros = POWERS.length - 1; zeros > 0; zeros--) {
            double candidate = Math.rint(near / POWERS[zeros]) * POWERS[zeros];
            if (candidate >= low && candidate <= high) return candidate + 0.0;
        }
        for (int decimals = 0; decimals < POWERS.length; decimals++) {
            // A whole number by an exact power of ten: the division rounds once, so 11 / 10.0 is the double 1.1.
            double candidate = Math.rint(near * POWERS[decimals]) / POWERS[decimals];
            if (candidate >= low && candidate <= high) return candidate + 0.0;
        }
        return near;
    }
}
