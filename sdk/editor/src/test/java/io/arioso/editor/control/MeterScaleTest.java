package io.arioso.editor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.editor.EditorMeter;
import io.arioso.sdk.parameter.Unit;
import org.junit.jupiter.api.Test;

class MeterScaleTest {

    @Test
    void reductionIsReadFromTheRightWhateverItsSign() {
        MeterScale scale = scale("gain_reduction", Unit.DECIBELS);
        assertTrue(scale.isReduction());
        assertEquals(1, scale.place(0));
        assertEquals(0.5, scale.place(12));
        assertEquals(0.5, scale.place(-12));
        assertEquals(0, scale.place(-40));
    }

    @Test
    void levelsBeginAtTheLeftAndOthersInTheMiddle() {
        assertEquals(0, scale("level_in", Unit.DECIBELS).place(-90));
        assertEquals(0.5, scale("dyn_gain", Unit.DECIBELS).place(0));
        assertEquals(0.75, scale("correlation", Unit.NONE).place(0.5));
    }

    @Test
    void whatHasNoValueIsADashAndAnEmptyBar() {
        MeterScale scale = scale("level_in", Unit.DECIBELS);
        assertEquals(MeterScale.NOTHING, scale.text(Double.NaN));
        assertEquals(MeterScale.NOTHING, scale.text(Double.NEGATIVE_INFINITY));
        assertEquals(0, scale.place(Double.NaN));
        assertEquals(0, scale.place(Double.NEGATIVE_INFINITY));
    }

    @Test
    void valuesHaveOneDecimalAndNoMinusBeforeZero() {
        assertEquals("-3.4 dB", scale("level_in", Unit.DECIBELS).text(-3.39));
        assertEquals("0.0 dB", scale("level_in", Unit.DECIBELS).text(-0.01));
        assertEquals("80 %", scale("share", Unit.PERCENT).text(80.2));
    }

    @Test
    void theFurthestValueIsHeld() {
        MeterScale reduction = scale("gain_reduction", Unit.DECIBELS);
        assertEquals(-6, reduction.further(-6, -3));
        assertEquals(-9, reduction.further(-6, -9));
        assertEquals(-3, reduction.further(Double.NaN, -3));
        assertEquals(-6, reduction.further(-6, Double.NaN));
    }

    private static MeterScale scale(String id, Unit unit) {
        return MeterScale.of(new EditorMeter(id, id, unit));
    }
}
