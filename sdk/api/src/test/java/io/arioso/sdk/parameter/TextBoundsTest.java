package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bound has more digits than its text. */
class TextBoundsTest {
    private static FloatParameter of(Unit unit, double minimum, double maximum) {
        return FloatParameter.of("size", "Size", unit, minimum, maximum, maximum);
    }

    @ParameterizedTest
    @CsvSource({"HERTZ, 20.00004, 21999.96", "DECIBELS, -99.99996, 99.99996", "SECONDS, 0.03333333334, 6.66666",
        "MILLISECONDS, 0.00004, 1234.5678", "NONE, 0.33333333, 0.66666", "PERCENT, -33.33326, -11.11114"})
    void theTextOfABoundReadsAsTheBound(Unit unit, double minimum, double maximum) {
        FloatParameter size = of(unit, minimum, maximum);
        assertEquals(maximum, size.parse(size.format(maximum)));
        assertEquals(minimum, size.parse(size.format(minimum)));
        assertEquals(maximum, size.parse(size.format(Math.nextDown(maximum))));
    }

    @Test
    void noTextOfALegalValueIsEverRefused() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int trial = 0; trial < 20_000; trial++) {
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            double minimum = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(9) - 4);
            double maximum = minimum + random.nextDouble() * StrictMath.pow(10, random.nextInt(9) - 4);
            FloatParameter size = of(unit, minimum, maximum);
            double plain = random.nextInt(3) == 0 ? Math.nextUp(minimum) : size.toPlain(random.nextDouble());
            String text = size.format(plain);
            double read = size.parse(text);
            double lastDecimal = text.matches(".*(kHz| s)") ? unit == Unit.SECONDS ? 1e-4 : 0.1 : 1e-4;
            double tolerance = Math.max(6e-6 * Math.abs(plain), 0.6 * lastDecimal);
            assertEquals(plain, read, tolerance, () -> text + ", seed " + seed);
        }
    }

    @Test
    void whatIsFurtherOutThanItsRoundingIsRefused() {
        FloatParameter size = of(Unit.HERTZ, 20, 21999.96);
        assertEquals(21999.96, size.parse("22000"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> size.parse("22000.1"));
        assertEquals("parameter \"size\": 22.0001 kHz is outside 20 Hz..22 kHz", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> size.parse("19.9999"));
    }
}
