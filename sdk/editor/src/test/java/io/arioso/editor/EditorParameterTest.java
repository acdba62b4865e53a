package io.arioso.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.parameter.FloatParameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorParameterTest {
    private final RecordedEdits edits = new RecordedEdits();
    private final FloatParameter description = FloatParameter.decibels("gain", "Gain", -24, 24, 0);
    private final EditorParameter gain = new EditorParameter(description, edits);

    @Test
    void aSetIsOneWholeGesture() {
        gain.set(-3);
        assertEquals(List.of("begin gain", "gain=-3 dB", "end gain"), edits.log());
        assertEquals(-3, gain.plain());
    }

    @Test
    void aSetToWhereItIsTellsNobody() {
        gain.set(0);
        assertEquals(List.of(), edits.log());
    }

    @Test
    void nestedHoldsAreOneGesture() {
        gain.begin();
        gain.begin();
        gain.edit(1);
        gain.end();
        assertTrue(gain.heldProperty().get());
        gain.end();
        assertFalse(gain.heldProperty().get());
        assertEquals(List.of("begin gain", "gain=1 dB", "end gain"), edits.log());
    }

    @Test
    void anEchoDoesNotMoveWhatTheUserHolds() {
        gain.begin();
        gain.edit(6);
        gain.show(2);
        assertEquals(6, gain.plain());
        gain.end();
        gain.show(2);
        assertEquals(2, gain.plain());
    }

    @Test
    void whatIsShownFromElsewhereIsNoGesture() {
        gain.show(100);
        assertEquals(24, gain.plain());
        assertEquals(List.of(), edits.log());
    }

    @Test
    void itsDescriptionKeepsItsOwnValue() {
        gain.set(5);
        assertEquals(0, description.plain());
    }

    @Test
    void typedNonsenseIsRefusedWithTheRangeAndWithoutAGesture() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> gain.type("loud"));
        assertTrue(refused.getMessage().contains("-24 dB to 24 dB"), refused.getMessage());
        assertEquals(List.of(), edits.log());
    }

    @Test
    void editsAndEndsOutsideAGestureAreMistakes() {
        assertThrows(IllegalStateException.class, () -> gain.edit(1));
        assertThrows(IllegalStateException.class, gain::end);
    }

    @Test
    void notANumberShownIsTheDefault() {
        gain.show(3);
        gain.show(Double.NaN);
        assertEquals(0, gain.plain());
    }
}
