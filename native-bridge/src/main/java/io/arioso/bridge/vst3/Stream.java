package io.arioso.bridge.vst3;

import com.sun.jna.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A stream of the DAW, which may read and write less than asked for. [main-thread] */
final class Stream {
    private static final int READ = 3;
    private static final int WRITE = 4;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST = 1 << 26;

    private final ComObject stream;

    /** The stream at an address. */
    Stream(long address) {
        stream = new ComObject(address);
    }

    /** All bytes to the end, which is where nothing more comes: the sizes that hosts give are not to be trusted. */
    byte[] readAll() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Memory chunk = new Memory(CHUNK); Memory count = new Memory(Integer.BYTES)) {
            while (true) {
                count.setInt(0, 0);
                stream.call(READ, chunk, CHUNK, count);
                int read = count.getInt(0);
                if (read <= 0) return bytes.toByteArray();
                if (read > CHUNK) throw new IOException("state: the DAW gave " + read + " bytes where " + CHUNK + " fit");
                bytes.write(chunk.getByteArray(0, read));
                if (bytes.size() > LONGEST) throw new IOException("state: longer than " + LONGEST + " bytes");
            }
        }
    }

    /** Writes all bytes. */
    void write(byte[] bytes) throws IOException {
        try (Memory memory = new Memory(Math.max(1, bytes.length)); Memory count = new Memory(Integer.BYTES)) {
            memory.write(0, bytes, 0, bytes.length);
            for (int done = 0; done < bytes.length;) {
                count.setInt(0, 0);
                int result = stream.call(WRITE, memory.share(done), bytes.length - done, count);
                int written = count.getInt(0);
                if (result != Result.OK || written <= 0 || written > bytes.length - done)
                    throw new IOException("state: the DAW took " + done + " of " + bytes.length + " bytes");
                done += written;
            }
        }
    }
}
