package io.arioso.sdk.parameter;

/**
 * How a range lies on the way of a knob: the map between plain and normalized. Rising, exact at both ends, and callable
 * on the audio thread. [any-thread, allocates nothing]
 */
public interface Skew {
    /** Equal steps. */
    Skew LINEAR = new Skew() {
        @Override
        public double toPlain(double normalized, double minimum, double maximum) {
            return normalized == 1 ? maximum : minimum + normalized * (maximum - minimum);
        }

        @Override
        public double toNormalized(double plain, double minimum, double maximum) {
            return (plain - minimum) / (maximum - minimum);
        }
    };

    /** Equal ratios, for frequencies and times; the minimum must be above 0. */
    Skew LOGARITHMIC = new Skew() {
        @Override
        public double toPlain(double normalized, double minimum, double maximum) {
            if (normalized == 1) return maximum;
            // StrictMath.pow would allocate; exp and log do not.
            return Math.min(maximum, minimum * StrictMath.exp(normalized * StrictMath.log(maximum / minimum)));
        }

        @Override
        public double toNormalized(double plain, double minimum, double maximum) {
            return Math.min(1, StrictMath.log(plain / minimum) / StrictMath.log(maximum / minimum));
        }
    };

    /** A power law: above 1 gives the lower end more room. */
    static Skew power(double exponent) {
        return new Skew() {
            @Override
            public double toPlain(double normalized, double minimum, double maximum) {
                return normalized == 1 ? maximum : minimum + power(normalized, exponent) * (maximum - minimum);
            }

            @Override
            public double toNormalized(double plain, double minimum, double maximum) {
                return power((plain - minimum) / (maximum - minimum), 1 / exponent);
            }
        };
    }

    /** The plain value at 0..1 of the way. */
    double toPlain(double normalized, double minimum, double maximum);

    /** The way, 0..1, of a plain value within the range. */
    double toNormalized(double plain, double minimum, double maximum);

    /** A power of a number on 0..1 without {@code StrictMath.pow}, which allocates; exact at 0 and 1. */
    private static double power(double base, double exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }
}
