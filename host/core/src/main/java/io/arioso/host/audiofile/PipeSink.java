package io.arioso.host.audiofile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A pipe to write to; it is flushed at the end and left open. */
final class PipeSink implements ByteSink {
    private final OutputStream out;
    private final String name;

    PipeSink(OutputStream out, String name) {
        this.out = out;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean rewritable() {
        return false;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        bytes.position(bytes.limit());
    }

    @Override
    public void overwrite(long offset, ByteBuffer bytes) throws IOException {
        throw new IOException(name + ": a pipe cannot go back to byte " + offset);
    }

    @Override
    public void commit() throws IOException {
        out.flush();
    }

    @Override
    public void close() {
        // What went down a pipe cannot be taken back.
    }
}
