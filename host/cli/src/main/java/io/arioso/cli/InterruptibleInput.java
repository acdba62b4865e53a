package io.arioso.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Standard input that a user can interrupt: a read from a pipe cannot be ended, so a thread of its own does the reading
 * and whoever wants the bytes waits for them, looking at the flag. One consumer.
 */
final class InterruptibleInput extends InputStream {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int CHUNKS = 8;
    private static final int LOOK_MILLIS = 20;
    private static final byte[] END = new byte[0];

    private final InputStream source;
    private final AtomicBoolean interrupted;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private volatile IOException failure;
    private Thread reader;
    private byte[] chunk = END;
    private int at;
    private boolean ended;

    InterruptibleInput(InputStream source, AtomicBoolean interrupted) {
        this.source = source;
        this.interrupted = interrupted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (at == chunk.length && !next()) return -1;
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Waits for the next bytes; false at the end. */
    private boolean next() throws IOException {
        if (reader == null) start();
        while (!ended) {
            if (interrupted.get()) throw new InterruptedIOException("standard input: interrupted; nothing was written");
            byte[] waiting = poll();
            if (waiting == null) continue;
            ended = waiting == END;
            chunk = waiting;
            at = 0;
            if (ended && failure != null) throw failure;
            return !ended;
        }
        return false;
    }

    private byte[] poll() throws InterruptedIOException {
        try {
            return chunks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("standard input: interrupted; nothing was written");
        }
    }

    private void start() {
        reader = new Thread(this::pump, "standard input");
        reader.setDaemon(true); // it may wait in a read for ever
        reader.start();
    }

    private void pump() {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer))
                if (read > 0) chunks.put(Arrays.copyOf(buffer, read));
        } catch (IOException failed) {
            failure = failed;
        } catch (InterruptedException ended) {
            return; // nobody interrupts this thread but the end of the program
        }
        finish();
    }

    private void finish() {
        try {
            chunks.put(END);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
