package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    private static FloatParameter stepped(double minimum, double maximum, double initial, double step) {
        return FloatParameter.of("size", "Size", Unit.DECIBELS, minimum, maximum, initial).step(step);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.3", "0.01, -1.27", "0.25, 0.75", "5, 15", "0.8, 2.4", "2.5, -7.5"})
    void aDefaultOnTheGridIsTakenAndIsALegalValue(double step, double initial) {
        FloatParameter size = stepped(-20, 20, initial, step);
        assertEquals(initial, size.defaultPlain(), 1e-9);
        assertEquals(size.nearest(initial), size.defaultPlain());
        assertEquals(size.defaultPlain(), size.plain());
    }

    @Test
    void aDefaultOffTheGridIsRefused() {
        IllegalArgumentException refused =
            assertThrows(IllegalArgumentException.class, () -> stepped(0, 10, 0.35, 0.1));
        assertEquals("parameter \"size\": default 0.35 dB is not a multiple of its step 0.1 dB", refused.getMessage());
    }

    @Test
    void aBoundOffTheGridIsRefused() {
        assertEquals("parameter \"size\": minimum -0.5 dB is not a multiple of its step 3 dB",
            assertThrows(IllegalArgumentException.class, () -> stepped(-0.5, 9, 0, 3)).getMessage());
        assertEquals("parameter \"size\": maximum 10 dB is not a multiple of its step 3 dB",
            assertThrows(IllegalArgumentException.class, () -> stepped(0, 10, 0, 3)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN"})
    void aStepThatIsNotAboveZeroIsRefused(double step) {
        IllegalArgumentException refused =
            assertThrows(IllegalArgumentException.class, () -> stepped(0, 10, 0, step));
        assertEquals("parameter \"size\": step " + step + " is not above 0", refused.getMessage());
    }

    @Test
    void valuesAreTheDoublesThatAUserWouldWrite() {
        FloatParameter size = stepped(-20, 20, 0, 0.1);
        for (int tenths = -200; tenths <= 200; tenths++)
            assertEquals(tenths / 10.0, size.nearest(tenths / 10.0 + 0.04));
    }
}
