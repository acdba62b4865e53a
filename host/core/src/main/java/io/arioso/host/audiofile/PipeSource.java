package io.arioso.host.audiofile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a pipe: forward only. */
final class PipeSource implements ByteSource {
    private static final int BUFFER_BYTES = 1 << 14;

    private final String name;
    private final BufferedInputStream in;
    private final byte[] skipped = new byte[1 << 12];
    private long position;

    PipeSource(InputStream in, String name) {
        this.name = name;
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void position(long offset) throws IOException {
        if (offset < position) {
            throw new IOException(name + ": a pipe cannot go back from byte " + position + " to " + offset);
        }
        // Not skip(): on a pipe it tries to seek and fails.
        while (position < offset) {
            int count = in.read(skipped, 0, (int) Math.min(skipped.length, offset - position));
            if (count < 0) {
                return;
            }
            position += count;
        }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int count = in.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
        if (count > 0) {
            to.position(to.position() + count);
            position += count;
        }
        return count;
    }

    @Override
    public byte[] peekStart(int bytes) throws IOException {
        in.mark(bytes);
        byte[] start = in.readNBytes(bytes);
        in.reset();
        return start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
