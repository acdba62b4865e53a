package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ParameterSetTest {
    private final ParameterSet set = new ParameterSet();
    private final FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 0).step(0.5);
    private final BoolParameter on = new BoolParameter("on", "On", false);

    ParameterSetTest() {
        set.add(gain);
        set.add(on);
    }

    @Test
    void theOrderIsThatOfTheDeclaration() {
        assertEquals(java.util.List.of(gain, on), set.list());
        assertEquals(on, set.get(1));
        assertEquals(gain, set.get("gain"));
    }

    @Test
    void everyChangeIsCountedAndASetThatMovesNothingIsNot() {
        int before = set.changes();
        gain.set(0);
        gain.set(0.2);
        gain.set(-0.0);
        assertEquals(before, set.changes());
        gain.set(3);
        assertNotEquals(before, set.changes());
        int then = set.changes();
        on.set(true);
        assertNotEquals(then, set.changes());
    }

    @Test
    void anIdIsDeclaredOnce() {
        assertEquals("parameter id \"gain\" is declared twice", assertThrows(IllegalArgumentException.class,
            () -> set.add(FloatParameter.percent("gain", "Other", 0, 1, 0))).getMessage());
    }

    @Test
    void anUnknownIdIsAnsweredWithThoseThatExist() {
        assertEquals("there is no parameter \"gian\"; there are gain, on",
            assertThrows(IllegalArgumentException.class, () -> set.get("gian")).getMessage());
        assertFalse(set.find("gian").isPresent());
    }

    @Test
    void theListIsReadOnly() {
        assertThrows(UnsupportedOperationException.class, () -> set.list().remove(0));
    }
}
