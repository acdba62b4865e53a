package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Memory does not grow with the length of a file, and uncompressed transfer allocates nothing. */
class AllocationTest {
    private static final int FRAMES = 512;
    private static final int CALLS = 4000;
    /** What the virtual machine itself may add while it compiles the loops; one byte a call would be 4,000. */
    private static final long NOISE = 3900;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "W64", "AIFF", "AIFC"})
    void writingAndReadingAllocateNothingPerCall(FileType type) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[][] block = new float[2][FRAMES];
        Path file = folder.resolve("x");
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(type, SampleFormat.INT24, 2, 48_000), false)) {
            long writing = 0;
            for (int call = -CALLS; call < CALLS; call++) {
                if (call == 0) {
                    writing = threads.getCurrentThreadAllocatedBytes();
                }
                writer.write(block, 0, FRAMES);
            }
            writing = threads.getCurrentThreadAllocatedBytes() - writing;
            assertTrue(writing < NOISE, writing + " bytes in " + CALLS + " writes");
            writer.commit();
        }
        try (AudioReader reader = AudioFiles.open(file)) {
            long reading = 0;
            for (int call = -CALLS; call < CALLS; call++) {
                if (call == 0) {
                    reading = threads.getCurrentThreadAllocatedBytes();
                }
                assertTrue(reader.read(block, 0, FRAMES) == FRAMES);
            }
            reading = threads.getCurrentThreadAllocatedBytes() - reading;
            assertTrue(reading < NOISE, reading + " bytes in " + CALLS + " reads");
        }
    }
}
