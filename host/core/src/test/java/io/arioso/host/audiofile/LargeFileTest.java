package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More than 4 GiB (rule A4): lengths are exact, sizes never wrap. */
class LargeFileTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"RF64, 5", "BW64, 5", "RF64, 100", "W64, 5"})
    void framesFarInsideASparseFileAreFound(FileType type, long gibibytes) throws IOException {
        AudioSpec spec = new AudioSpec(type, SampleFormat.INT24, 2, 96_000);
        long frames = gibibytes * GIB / 6 + 1;
        Path file = folder.resolve("sparse");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            Container container = Container.of(spec);
            ByteBuffer header = ByteBuffer.allocate(512).order(container.sizeOrder());
            container.putOpening(header, frames * 6, frames * 6 + 1000);
            container.putAudioHeader(header, frames * 6);
            long start = header.position();
            channel.write(header.flip(), 0);
            channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0x40, 0, 0, 0x20}), start + (frames - 1) * 6);
        }
        try (AudioReader reader = AudioFiles.open(file)) {
            assertEquals(frames, reader.info().frames());
            assertEquals(List.of(), reader.info().warnings());
            double[][] block = new double[2][10];
            reader.seek(frames - 1);
            assertEquals(1, reader.read(block, 0, 10));
            assertEquals(0.5, block[0][0]);
            assertEquals(0.25, block[1][0]);
            assertEquals(-1, reader.read(block, 0, 10));
            reader.seek(frames / 2);
            assertEquals(10, reader.read(block, 0, 10));
            assertEquals(0, block[0][9]);
        }
    }

    @Test
    void sizesOf64BitsThatAreMissingOrLieAreSurvived() throws IOException {
        byte[] audio = new byte[4000];
        Arrays.fill(audio, (byte) 1);
        byte[] missing = new RiffBuilder("RF64", -1).format(1, 2, 48_000, 4, 16).chunk("data", -1, audio).bytes();
        byte[] late = new RiffBuilder("RF64", -1).format(1, 2, 48_000, 4, 16).chunk("data", 4000, audio)
                .ds64(1, 2).bytes();
        byte[] lying = new RiffBuilder("RF64", -1).ds64(Long.MAX_VALUE, Long.MAX_VALUE - 3)
                .format(1, 2, 48_000, 4, 16).chunk("data", -1, audio).bytes();
        byte[] negative = new RiffBuilder("BW64", -1).ds64(-5, Long.MIN_VALUE).format(1, 2, 48_000, 4, 16)
                .chunk("data", -1, audio).bytes();
        byte[] right = new RiffBuilder("BW64", -1).ds64(5000, 2000).format(1, 2, 48_000, 4, 16)
                .chunk("data", -1, audio).bytes();
        assertEquals(List.of(1000L, 2), framesAndWarnings(missing));
        assertEquals(List.of(1000L, 0), framesAndWarnings(late));
        assertEquals(List.of(1000L, 1), framesAndWarnings(lying));
        assertEquals(List.of(1000L, 1), framesAndWarnings(negative));
        assertEquals(List.of(500L, 0), framesAndWarnings(right));
    }

    private static List<Object> framesAndWarnings(byte[] file) throws IOException {
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(reader.info().frames(), TestAudio.readAll(reader)[0].length);
            return List.of(reader.info().frames(), reader.info().warnings().size());
        }
    }

    /** Keeps the first bytes and counts the rest. */
    private static final class CountingSink implements ByteSink {
        private final ByteBuffer head = ByteBuffer.allocate(256);
        private long length;

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public boolean rewritable() {
            return true;
        }

        @Override
        public void append(ByteBuffer bytes) {
            length += bytes.remaining();
            while (head.hasRemaining() && bytes.hasRemaining()) {
                head.put(bytes.get());
            }
            bytes.position(bytes.limit());
        }

        @Override
        public void overwrite(long offset, ByteBuffer bytes) {
            head.put((int) offset, bytes.array(), 0, bytes.remaining());
        }

        @Override
        public void commit() {
            // All is counted.
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }

    @Test
    void aWavThatGrowsPast4GibibytesBecomesRf64() throws IOException {
        CountingSink sink = new CountingSink();
        long frames = 4 * GIB / 8 + 3;
        try (AudioWriter writer = AudioCreator.write(sink,
                new AudioSpec(FileType.WAV, SampleFormat.FLOAT64, 1, 48_000))) {
            double[][] block = new double[1][1 << 16];
            for (long done = 0; done < frames; done += 1 << 16) {
                writer.write(block, 0, (int) Math.min(1 << 16, frames - done));
            }
            writer.commit();
        }
        ByteSource start = new LongSource(sink.head.array(), sink.length);
        try (AudioReader reader = AudioOpener.open(start)) {
            assertEquals(FileType.RF64, reader.info().type());
            assertEquals(frames, reader.info().frames());
            assertEquals(List.of(), reader.info().warnings());
        }
    }

    @Test
    void anAiffThatWouldGrowPast4GibibytesIsRefusedBeforeItWraps() throws IOException {
        AudioSpec spec = new AudioSpec(FileType.AIFF, SampleFormat.FLOAT64, 256, 48_000);
        try (AudioWriter writer = AudioCreator.write(new CountingSink(), spec)) {
            double[][] block = new double[256][];
            Arrays.fill(block, new double[1 << 21]);
            writer.write(block, 0, 1000);
            AudioFileException e = assertThrows(AudioFileException.class, 
                    () -> writer.write(block, 0, (1 << 21) - 1000));
            assertTrue(e.getMessage().contains("use WAV, RF64 or W64"), e.getMessage());
        }
    }

    /** A source with a short start and a long nothing. */
    private static final class LongSource implements ByteSource {
        private final MemorySource start;
        private final long length;

        LongSource(byte[] start, long length) {
            this.start = new MemorySource(start);
            this.length = length;
        }

        @Override
        public String name() {
            return "long";
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public long position() {
            return start.position();
        }

        @Override
        public void position(long offset) {
            start.position(offset);
        }

        @Override
        public int read(ByteBuffer to) {
            return start.read(to);
        }

        @Override
        public byte[] peekStart(int bytes) {
            return start.peekStart(bytes);
        }

        @Override
        public void close() {
            start.close();
        }
    }
}
