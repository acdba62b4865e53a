package io.arioso.host.audiofile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the bytes of a file or pipe go. */
interface ByteSink extends Closeable {

    /** What to call it in messages. */
    String name();

    /** Whether {@link #overwrite} works: files yes, pipes no. */
    boolean rewritable();

    /** Appends all bytes of the buffer. */
    void append(ByteBuffer bytes) throws IOException;

    /** Replaces bytes that were appended before. */
    void overwrite(long offset, ByteBuffer bytes) throws IOException;

    /** Makes what was appended final: it is on the disk and has its name. */
    void commit() throws IOException;

    /** Removes everything when not committed. */
    @Override
    void close() throws IOException;
}
