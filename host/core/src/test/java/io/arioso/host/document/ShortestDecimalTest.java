package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "-3.5, -3.5", "1000000, 1000000", "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e15, 1000000000000000", "1e21, 1e21", "1.5e-7, 0.00000015", "1.25e-8, 1.25e-8", "1e23, 1e23", "2e-3, 0.002",
        "4.9e-324, 5e-324", "1.7976931348623157E308, 1.7976931348623157e308",
        "5.684341886080802E-14, 5.684341886080802e-14"})
    void textIsTheShortestThatReadsBack(double value, String text) {
        assertEquals(text, ShortestDecimal.text(value));
    }

    @Test
    void everyDoubleReadsBackAndIsNeverLongerThanJavasOwnText() {
        Random random = new Random(42);
        for (int count = 0; count < 5000; count++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isNaN(value) || Double.isInfinite(value)) continue;
            String text = ShortestDecimal.text(value);
            assertEquals(value, Double.parseDouble(text), "seed 42, number " + count);
            assertTrue(digits(text) <= digits(Double.toString(value)), text + " against " + value);
        }
    }

    @Test
    void whatIsNoNumberHasNoText() {
        assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.text(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ShortestDecimal.text(Double.POSITIVE_INFINITY));
    }

    private static int digits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }
}
