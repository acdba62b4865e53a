package io.arioso.sdk.state;

/** One saved value: a number, a flag or a text. */
public sealed interface StateValue {

    /** A finite number or an infinity; never NaN. */
    record Number(double value) implements StateValue {
        /** Refuses NaN; the two zeros are one. */
        public Number {
            if (Double.isNaN(value)) throw new IllegalArgumentException("state value: NaN is not a number");
            value = value == 0 ? 0 : value;
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** On or off. */
    record Flag(boolean value) implements StateValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A text, such as the id of a choice. */
    record Text(String value) implements StateValue {
        @Override
        public String toString() {
            return '"' + value + '"';
        }
    }
}
