package io.arioso.bridge.vst3;

import com.sun.jna.Pointer;

/** VST3's texts: UTF-16 that ends with a zero, 128 units in all. */
final class Texts {
    private static final int UNITS = 128;

    private Texts() {
    }

    /** Writes a text with its end; what does not fit is cut, never inside a character. */
    static void write(Pointer target, long offset, String text) {
        int length = Math.min(text.length(), UNITS - 1);
        if (length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))) length--;
        short[] units = new short[length + 1];
        for (int i = 0; i < length; i++) units[i] = (short) text.charAt(i);
        target.write(offset, units, 0, units.length);
    }

    /** Reads a text up to its end, at most as long as VST3's texts are. */
    static String read(Pointer source) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNITS; i++) {
            char unit = (char) source.getShort((long) i * Short.BYTES);
            if (unit == 0) break;
            text.append(unit);
        }
        return text.toString();
    }
}
