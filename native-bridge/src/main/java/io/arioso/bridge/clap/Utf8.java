package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** C strings in memory that is the DAW's. */
final class Utf8 {
    private Utf8() {
    }

    /** The string at an address, null for none. */
    static String read(long address) {
        return address == 0 ? null : new Pointer(address).getString(0, StandardCharsets.UTF_8.name());
    }

    /** Writes a string and its end into a field of so many bytes; what does not fit is cut off between characters. */
    static void write(Pointer to, long offset, String text, int capacity) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, capacity - 1);
        // A byte 10xxxxxx continues a character: one that would be cut is left out whole.
        if (length < bytes.length) while (length > 0 && (bytes[length] & 0xc0) == 0x80) length--;
        to.write(offset, bytes, 0, length);
        to.setByte(offset + length, (byte) 0);
    }
}
