package io.arioso.plugins.reverb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The chunks of a RIFF or IFF file, read from front to back: four letters, a length, content, evenly padded. */
final class ChunkStream {
    private final InputStream in;
    private final ByteOrder order;
    private long left;
    private String id = "";
    private long length;

    /**
     * Chunks from the stream's place on.
     *
     * @param left bytes from there to the end of the file
     */
    ChunkStream(InputStream in, ByteOrder order, long left) {
        this.in = in;
        this.order = order;
        this.left = left;
    }

    /** Goes to the header of the next chunk; false at the end of the file. */
    boolean next() throws IOException {
        if (left < 8) return false;
        ByteBuffer header = take(8);
        byte[] letters = new byte[4];
        header.get(letters);
        id = new String(letters, StandardCharsets.ISO_8859_1);
        length = header.getInt() & 0xFFFF_FFFFL;
        if (length > left) {
            throw new IllegalArgumentException("is cut short: its part \"" + printable(id) + "\" has " + length
                + " bytes, the file " + left + " after it");
        }
        return true;
    }

    String id() {
        return id;
    }

    long length() {
        return length;
    }

    /** The next bytes, in the file's order. */
    ByteBuffer take(int bytes) throws IOException {
        byte[] content = in.readNBytes(bytes);
        if (content.length < bytes) throw new EOFException();
        left -= bytes;
        return ByteBuffer.wrap(content).order(order);
    }

    /** The whole content of a short chunk. */
    ByteBuffer content(int least, int most) throws IOException {
        if (length < least || length > most) {
            throw new IllegalArgumentException(
                "is damaged: its part \"" + printable(id) + "\" has " + length + " bytes, outside " + least + ".."
                    + most);
        }
        ByteBuffer content = take((int) length);
        pad();
        return content;
    }

    /** Passes over the chunk. */
    void skip() throws IOException {
        in.skipNBytes(length);
        left -= length;
        pad();
    }

    private void pad() throws IOException {
        if ((length & 1) == 0 || left == 0) return;
        in.skipNBytes(1);
        left--;
    }

    private static String printable(String letters) {
        return letters.replaceAll("[^ -~]", "?");
    }
}
