package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Headers that lie (rule A2): each place in the header, as a field of 16, 32 and 64 bits, takes each extreme value. The
 * file opens or is refused with a sentence; memory stays within 1 MB and twice the bytes that are there.
 */
class HostileHeaderTest {
    private static final long[] EXTREMES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, 1L << 31,
            (1L << 32) - 1, 0x123456789abcdefL, Integer.MAX_VALUE, Short.MAX_VALUE};
    /** The library's decoder holds one block of up to 65,536 frames of eight channels twice. */
    private static final long FLAC_BYTES = 8 << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PrintStream console = System.out;

    /** The decoder library prints a line for each escape-coded partition; random bytes have thousands of them. */
    @BeforeEach
    void silenceTheLibrary() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void giveTheConsoleBack() {
        System.setOut(console);
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC", "FLAC"})
    void everyHeaderFieldMayLie(FileType type) throws IOException {
        byte[] whole = TestAudio.toneFile(type, SampleFormat.INT16, 2, 300);
        int header = Math.min(type == FileType.FLAC ? 60 : 160, whole.length);
        ByteOrder order = type.isRiff() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        for (int at = 0; at < header; at++) {
            for (int width = 2; width <= 8; width *= 2) {
                for (long value : EXTREMES) {
                    byte[] file = whole.clone();
                    put(ByteBuffer.wrap(file).order(order), at, width, value);
                    check(file, type + " with " + Long.toHexString(value) + " at " + at + ", " + width + " bytes");
                }
            }
        }
    }

    private static void put(ByteBuffer file, int at, int width, long value) {
        switch (width) {
            case 2 -> file.putShort(at, (short) value);
            case 4 -> file.putInt(at, (int) value);
            default -> file.putLong(at, value);
        }
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC", "FLAC"})
    void bytesFlippedAnywhereDoNoHarm(FileType type) throws IOException {
        byte[] whole = TestAudio.toneFile(type, SampleFormat.INT24, 2, 700);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] file = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                file[random.nextInt(seed % 2 == 0 ? 200 : file.length)] = (byte) random.nextInt();
            }
            check(file, type + ", seed " + seed);
        }
    }

    private void check(byte[] file, String where) throws IOException {
        long before = threads.getCurrentThreadAllocatedBytes();
        float[][] block = new float[256][64];
        try (AudioReader reader = TestAudio.open(file)) {
            int most = 1_000_000;
            while (reader.read(block, 0, 64) > 0) {
                assertTrue(most-- > 0, where + ": no end");
            }
        } catch (AudioFileException e) {
            assertTrue(e.getMessage().startsWith("memory: "), where + ": " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            throw new AssertionError(where, e);
        }
        long used = threads.getCurrentThreadAllocatedBytes() - before;
        long most = (1 << 20) + 2L * file.length + (file.length > 0 && file[0] == 'f' ? FLAC_BYTES : 0);
        assertTrue(used <= most, where + ": " + used + " bytes allocated, at most " + most);
    }
}
