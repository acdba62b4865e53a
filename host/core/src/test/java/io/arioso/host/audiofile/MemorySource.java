package io.arioso.host.audiofile;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file in memory. */
final class MemorySource implements ByteSource {
    private final byte[] bytes;
    private long position;
    boolean closed;

    MemorySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void position(long offset) {
        position = offset;
    }

    @Override
    public int read(ByteBuffer to) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(to.remaining(), bytes.length - position);
        to.put(bytes, (int) position, count);
        position += count;
        return count;
    }

    @Override
    public byte[] peekStart(int count) {
        return Arrays.copyOf(bytes, Math.min(count, bytes.length));
    }

    @Override
    public void close() {
        closed = true;
    }
}
