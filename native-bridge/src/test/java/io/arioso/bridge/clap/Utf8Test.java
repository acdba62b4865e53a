package io.arioso.bridge.clap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.junit.jupiter.api.Test;

/** Text in the DAW's fields. */
class Utf8Test {

    @Test
    void whatDoesNotFitIsCutBetweenCharacters() {
        assertEquals("Größe", written("Größe", 8));
        assertEquals("Größ", written("Größe", 7));
        assertEquals("Grö", written("Größe", 6));
        assertEquals("Grö", written("Größe", 5));
        assertEquals("Gr", written("Größe", 4));
        assertEquals("", written("ö", 2));
        assertEquals("", written("x", 1));
    }

    @Test
    void nothingIsWrittenBeyondTheField() {
        Memory field = new Memory(16);
        field.setMemory(0, 16, (byte) 7);
        Utf8.write(field, 2, "long enough", 6);
        assertEquals("long ", field.getString(2, "UTF-8"));
        assertEquals(7, field.getByte(1));
        assertEquals(7, field.getByte(8));
    }

    @Test
    void noAddressIsNoText() {
        assertNull(Utf8.read(0));
    }

    private static String written(String text, int capacity) {
        Memory field = new Memory(32);
        Utf8.write(field, 0, text, capacity);
        return Utf8.read(Pointer.nativeValue(field));
    }
}
