package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InterruptibleInputTest {
    @Test
    void everyByteArrivesInOrder() throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        InputStream in = new InterruptibleInput(new ByteArrayInputStream(bytes), new AtomicBoolean());
        assertEquals(bytes[0] & 0xFF, in.read());
        byte[] rest = in.readAllBytes();
        assertArrayEquals(java.util.Arrays.copyOfRange(bytes, 1, bytes.length), rest);
        assertEquals(-1, in.read());
        assertEquals(-1, in.read(new byte[10], 0, 10));
    }

    @Test
    void interruptionEndsAReadThatWaits() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                interrupted.set(true);
                try {
                    never.await();
                } catch (InterruptedException ended) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
        assertThrows(InterruptedIOException.class, () -> new InterruptibleInput(silent, interrupted).read());
        never.countDown();
    }

    @Test
    void failureOfTheSourceIsTold() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        IOException told = assertThrows(IOException.class,
            () -> new InterruptibleInput(broken, new AtomicBoolean()).readAllBytes());
        assertEquals("Input/output error", told.getMessage());
    }
}
