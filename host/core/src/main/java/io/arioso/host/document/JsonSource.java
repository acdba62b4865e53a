package io.arioso.host.document;

import java.nio.charset.StandardCharsets;

/** The bytes of one document and its name: turns byte offsets into text and places. */
final class JsonSource {
    private final String name;
    private final byte[] bytes;

    JsonSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A fault at a byte; the column counts characters, as editors do. */
    DocumentException fault(long offset, String reason) {
        int at = (int) Math.max(0, Math.min(offset, bytes.length));
        int line = 1;
        int column = 1;
        for (int index = 0; index < at; index++) {
            if (bytes[index] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[index] & 0xC0) != 0x80) {
                column++; // bytes 10xxxxxx continue a character
            }
        }
        return new DocumentException(name, line, column, reason);
    }
}
