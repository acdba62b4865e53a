package io.arioso.host.audiofile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes of one file or pipe, read forward; files can also be positioned. */
interface ByteSource extends Closeable {

    /** What to call it in messages. */
    String name();

    /** Bytes present, or -1 for a pipe. */
    long length();

    /** Offset of the next byte to be read. */
    long position();

    /**
     * Moves to an offset. A pipe can only skip forward; skipping past its end is not an error, the next read finds it.
     */
    void position(long offset) throws IOException;

    /** Reads at least one byte, if the buffer has room; -1 at the end. */
    int read(ByteBuffer to) throws IOException;

    /** The next bytes without moving, fewer when there are no more. Only valid at offset 0. */
    byte[] peekStart(int bytes) throws IOException;

    /** Whether this is a file. */
    default boolean seekable() {
        return length() >= 0;
    }

    /** Reads until the buffer is full or the bytes end; returns whether it got full. */
    default boolean readFully(ByteBuffer to) throws IOException {
        while (to.hasRemaining()) {
            if (read(to) < 0) {
                return false;
            }
        }
        return true;
    }
}
