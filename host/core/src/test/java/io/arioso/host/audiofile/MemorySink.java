package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file in memory that can be full: appending past its capacity fails as a disk does. */
final class MemorySink implements ByteSink {
    private final int capacity;
    private byte[] bytes = new byte[1 << 12];
    private int length;
    boolean committed;

    MemorySink(int capacity) {
        this.capacity = capacity;
    }

    MemorySink() {
        this(Integer.MAX_VALUE);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean rewritable() {
        return true;
    }

    @Override
    public void append(ByteBuffer from) throws IOException {
        int room = Math.min(from.remaining(), capacity - length);
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + room));
        }
        boolean full = room < from.remaining();
        from.get(bytes, length, room);
        length += room;
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void overwrite(long offset, ByteBuffer from) {
        from.get(bytes, (int) offset, from.remaining());
    }

    @Override
    public void commit() {
        committed = true;
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
