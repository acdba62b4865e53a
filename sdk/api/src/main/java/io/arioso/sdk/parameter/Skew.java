package io.arioso.sdk.parameter;

/** How a range lies on the way of a knob: the map between plain and normalized. */
public interface Skew {
    /** Equal steps. */
    Skew LINEAR = new Skew() {
        @Override
        public double toPlain(double normalized, double minimum, double maximum) {
            return minimum + normalized * (maximum - minimum);
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
            return minimum * StrictMath.pow(maximum / minimum, normalized);
        }

        @Override
        public double toNormalized(double plain, double minimum, double maximum) {
            return StrictMath.log(plain / minimum) / StrictMath.log(maximum / minimum);
        }
    };

    /** A power law: above 1 gives the lower end more room. */
    static Skew power(double exponent) {
        return new Skew() {
            @Override
            public double toPlain(double normalized, double minimum, double maximum) {
                return minimum + StrictMath.pow(normalized, exponent) * (maximum - minimum);
            }

            @Override
            public double toNormalized(double plain, double minimum, double maximum) {
                return StrictMath.pow((plain - minimum) / (maximum - minimum), 1 / exponent);
            }
        };
    }

    /** The plain value at 0..1 of the way. */
    double toPlain(double normalized, double minimum, double maximum);

    /** The way, 0..1, of a plain value within the range. */
    double toNormalized(double plain, double minimum, double maximum);
}
