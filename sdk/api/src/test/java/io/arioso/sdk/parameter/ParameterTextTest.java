package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read and type. */
class ParameterTextTest {
    private static FloatParameter of(Unit unit) {
        return FloatParameter.of("size", "Size", unit, -100_000, 100_000, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HERTZ | 440 Hz | 440", "HERTZ | 440 | 440", "HERTZ | 1.2 kHz | 1200", "HERTZ | 1,2k | 1200",
        "HERTZ | 1.2KHZ | 1200",
        "HERTZ | a4 | 440", "HERTZ | A5 | 880", "HERTZ | a-1 | 13.75", "HERTZ | 30hz | 30",
        "MILLISECONDS | 12,5 ms | 12.5", "MILLISECONDS | 1.5 s | 1500", "MILLISECONDS | 250us | 0.25",
        "MILLISECONDS | 250 µs | 0.25",
        "SECONDS | 80ms | 0.08", "SECONDS | 2 s | 2", "PERCENT | 33,3 % | 33.3", "PERCENT | 33.3 | 33.3",
        "DECIBELS | -6 dB | -6", "DECIBELS | \u22126 dB | -6", "DECIBELS | +3 | 3", "DECIBELS | -0 | 0",
        "DECIBELS | .5 | 0.5",
        "DECIBELS | 5. | 5", "DECIBELS | -18 dBFS | -18", "DECIBELS_TRUE_PEAK | -1 dBTP | -1", "LUFS | -14 LUFS | -14",
        "LUFS | -14 lkfs | -14", "RATIO | 4:1 | 4", "RATIO | 2.5x | 2.5", "DECIBELS_PER_OCTAVE | 24 dB/oct | 24",
        "DEGREES | 90° | 90", "SEMITONES | -7 st | -7", "METRES | 3,5 m | 3.5", "NONE | 1e3 | 1000",
        "NONE | 1.5e-3 | 0.0015",
        "NONE | 1.234,5 | 1234.5", "NONE | 1,234.5 | 1234.5"})
    void whatAUserTypesIsUnderstood(Unit unit, String typed, double expected) {
        assertEquals(expected, of(unit).parse(typed));
        assertEquals(expected, of(unit).parse("  " + typed + " "));
    }

    @ParameterizedTest
    @CsvSource({"c4, 261.6255653", "C#3, 138.5913155", "eb2, 77.7817459", "b8, 7902.132820", "g-1, 12.2498574"})
    void notesAreInEqualTemperament(String note, double hertz) {
        assertEquals(hertz, of(Unit.HERTZ).parse(note), 1e-6 * hertz);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HERTZ | 999.9 | 999.9 Hz", "HERTZ | 1000 | 1 kHz", "HERTZ | 12345 | 12.345 kHz", "MILLISECONDS | 20 | 20 ms",
        "MILLISECONDS | 1500 | 1.5 s", "SECONDS | 0.08 | 80 ms", "SECONDS | 0 | 0 s", "SECONDS | 2.5 | 2.5 s",
        "PERCENT | 50 | 50 %",
        "DECIBELS | -1.5 | -1.5 dB", "DECIBELS | -0.00001 | 0 dB", "RATIO | 4 | 4:1", "DEGREES | -90 | -90°",
        "NONE | 0.125 | 0.125",
        "NONE | 99999.96 | 100000", "NONE | 0.33333333 | 0.3333", "LUFS | -14 | -14 LUFS"})
    void whatAUserReadsIsShortAndHasItsUnit(Unit unit, double plain, String expected) {
        assertEquals(expected, of(unit).format(plain));
    }

    @Test
    void textIsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : new Locale[] {Locale.GERMANY, Locale.forLanguageTag("tr"),
                Locale.forLanguageTag("ar-EG")}) {
                Locale.setDefault(locale);
                assertEquals("-1.5 dB", of(Unit.DECIBELS).format(-1.5));
                assertEquals(1200, of(Unit.HERTZ).parse("1.2 KHZ"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "dB", "six", "1 2", "--3", "0x10", "NaN", "1e999", "1.2.3", "5 kHz", "5dBdB", "٣"})
    void whatIsNoNumberIsRefusedWithTheRange(String typed) {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 0);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> gain.parse(typed));
        assertEquals("parameter \"gain\": \"" + typed.strip() + "\" is not a number; it takes -60 dB to 24 dB",
            refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value =
        {"25 | 25 dB", "-61 dB | -61 dB", "inf | inf dB", "-\u221e dB | -inf dB", "24.0001 | 24.0001 dB"})
    void whatIsOutsideTheRangeIsRefusedWithThingValueAndBound(String typed, String shown) {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 0);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> gain.parse(typed));
        assertEquals("parameter \"gain\": " + shown + " is outside -60 dB..24 dB", refused.getMessage());
    }
}
