package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing that fails (rule A8): never half a file under the final name, never another file harmed. */
class SafeWriteTest {
    private static final AudioSpec SPEC = new AudioSpec(FileType.WAV, SampleFormat.INT16, 2, 44_100);

    @TempDir
    Path folder;

    /** A disk with so many bytes left. */
    private static final class SmallDisk implements ByteSink {
        private final ByteSink file;
        private long room;

        SmallDisk(ByteSink file, long room) {
            this.file = file;
            this.room = room;
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public boolean rewritable() {
            return true;
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            room -= bytes.remaining();
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            file.append(bytes);
        }

        @Override
        public void overwrite(long offset, ByteBuffer bytes) throws IOException {
            file.overwrite(offset, bytes);
        }

        @Override
        public void commit() throws IOException {
            file.commit();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "W64", "AIFF", "FLAC"})
    void aDiskThatGetsFullAnywhereLeavesTheOldFileAndNothingElse(FileType type) throws IOException {
        Path file = Files.writeString(folder.resolve("song"), "old");
        AudioSpec spec = new AudioSpec(type, SampleFormat.INT16, 2, 8_000);
        double[][] noise = TestAudio.exact(SampleFormat.INT16, 2, 20_000, 5);
        int failures = 0;
        for (long room = 0; room < 80_000; room += 4096) {
            try (AudioWriter writer = smallDisk(file, spec, room)) {
                for (int at = 0; at < 20_000; at += 1000) {
                    writer.write(noise, at, 1000);
                }
                writer.commit();
            } catch (IOException e) {
                failures++;
                assertTrue(e.getMessage().contains("No space left"), e.getMessage());
            }
            assertEquals("old", Files.readString(file));
            assertEquals(List.of(file), entries());
        }
        assertEquals(20, failures);
    }

    private static AudioWriter smallDisk(Path file, AudioSpec spec, long room) throws IOException {
        return AudioCreator.create(file, spec, true, sink -> new SmallDisk(sink, room));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    @Test
    void closingWithoutCommitLeavesNothing() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioWriter writer = AudioFiles.create(file, SPEC, false)) {
            writer.write(new float[2][100], 0, 100);
            assertEquals(List.of(folder.resolve("song.wav.part")), entries());
        }
        assertEquals(List.of(), entries());
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC", "FLAC"})
    void anUnfinishedPartOfEachTypeOpensUpToItsLastSecond(FileType type) throws IOException {
        AudioSpec spec = new AudioSpec(type, SampleFormat.INT16, 1, 8_000);
        double[][] samples = TestAudio.exact(SampleFormat.INT16, 1, 50_000, 6);
        try (AudioWriter writer = AudioFiles.create(folder.resolve("song"), spec, false)) {
            for (int at = 0; at < 50_000; at += 500) {
                writer.write(samples, at, 500);
            }
            try (AudioReader reader = AudioFiles.open(folder.resolve("song.part"))) {
                double[][] got = TestAudio.readAll(reader);
                assertEquals(reader.info().frames(), got[0].length);
                assertTrue(got[0].length >= 42_000, got[0].length + " frames");
                assertEquals(samples[0][41_999], got[0][41_999]);
            }
        }
        assertEquals(List.of(), entries());
    }

    @Test
    void afterAFailureNothingCanBeCommitted() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioWriter writer = smallDisk(file, SPEC, 200_000)) {
            assertThrows(IOException.class, () -> writer.write(new float[2][100_000], 0, 100_000));
            assertThrows(IOException.class, writer::commit);
        }
        assertEquals(List.of(), entries());
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("song.wav"), "old");
        OutputExistsException e = assertThrows(OutputExistsException.class, () -> AudioFiles.create(file, SPEC, false));
        assertTrue(e.getMessage().endsWith("song.wav: already exists"), e.getMessage());
        assertEquals("old", Files.readString(file));
        writeTone(file, true);
        assertEquals(1000, frames(file));
    }

    @Test
    void aFileThatAppearsMeanwhileIsNotReplaced() throws IOException {
        Path file = folder.resolve("song.wav");
        try (AudioWriter writer = AudioFiles.create(file, SPEC, false)) {
            Files.writeString(file, "theirs");
            assertThrows(OutputExistsException.class, writer::commit);
        }
        assertEquals("theirs", Files.readString(file));
        assertEquals(List.of(file), entries());
    }

    @Test
    void theFileBeingReadIsNoOutputUnderAnyOfItsNames() throws IOException {
        Path file = folder.resolve("song.wav");
        writeTone(file, false);
        byte[] before = Files.readAllBytes(file);
        Path hard = Files.createLink(folder.resolve("hard.wav"), file);
        Path soft = Files.createSymbolicLink(folder.resolve("soft.wav"), file);
        try (AudioReader reader = AudioFiles.open(soft)) {
            for (Path name : List.of(file, hard, soft, folder.resolve("./x/../song.wav"))) {
                if (Files.exists(name)) {
                    assertTrue(AudioFiles.sameFile(file, name));
                    assertThrows(OutputExistsException.class, () -> AudioFiles.create(name, SPEC, true),
                            name.toString());
                }
            }
            assertEquals(1000, reader.info().frames());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        writeTone(soft, true);
        assertTrue(Files.isSymbolicLink(soft), "a link stays a link");
        assertEquals(1000, frames(file));
        assertFalse(AudioFiles.sameFile(file, folder.resolve("missing.wav")));
    }

    @Test
    void aLinkToNowhereCreatesTheFileItPointsAt() throws IOException {
        Path soft = Files.createSymbolicLink(folder.resolve("soft.wav"), Path.of("real.wav"));
        writeTone(soft, false);
        assertTrue(Files.isSymbolicLink(soft));
        assertEquals(1000, frames(folder.resolve("real.wav")));
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.wav"), Path.of("b.wav"));
        Path b = Files.createSymbolicLink(folder.resolve("b.wav"), Path.of("a.wav"));
        assertThrows(AudioFileException.class, () -> AudioFiles.create(b, SPEC, true));
    }

    @Test
    void writeProtectedFilesFoldersAndStrangeTargetsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("song.wav"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        AudioFileException e = assertThrows(AudioFileException.class, () -> AudioFiles.create(file, SPEC, true));
        assertTrue(e.getMessage().endsWith("is write-protected"), e.getMessage());
        assertThrows(AudioFileException.class, () -> AudioFiles.create(folder, SPEC, true));
        e = assertThrows(AudioFileException.class, () -> AudioFiles.create(folder.resolve("no/song.wav"), SPEC, true));
        assertTrue(e.getMessage().endsWith("does not exist"), e.getMessage());
        assertEquals(List.of(file), entries());
    }

    @Test
    void aFolderWithoutWritePermissionIsNamed() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(locked), "skipped: this user may write everywhere");
        AudioFileException e = assertThrows(AudioFileException.class,
                () -> AudioFiles.create(locked.resolve("song.wav"), SPEC, false));
        assertTrue(e.getMessage().contains("no permission"), e.getMessage());
    }

    @Test
    void aSpecificationThatDoesNotFitLeavesNothing() throws IOException {
        AudioSpec spec = new AudioSpec(FileType.FLAC, SampleFormat.FLOAT32, 2, 44_100);
        assertThrows(AudioFileException.class, () -> AudioFiles.create(folder.resolve("song.flac"), spec, false));
        assertEquals(List.of(), entries());
    }

    @Test
    void aKilledProcessLeavesOnlyAPartThatCanBeOpened() throws Exception {
        Path file = folder.resolve("song.wav");
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), EndlessWriter.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        try {
            // The child says how many frames it has written before each further second.
            byte[] line = child.getInputStream().readNBytes(8);
            assertEquals(8, line.length);
            long written = ByteBuffer.wrap(line).getLong();
            child.destroyForcibly();
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            assertFalse(Files.exists(file));
            Path part = folder.resolve("song.wav.part");
            try (AudioReader reader = AudioFiles.open(part)) {
                assertTrue(reader.info().frames() >= written - 44_100, reader.info().frames() + " of " + written);
                double[][] all = TestAudio.readAll(reader);
                assertEquals(reader.info().frames(), all[0].length);
                assertEquals(0.25, all[1][all[1].length - 1]);
            }
            writeTone(file, false);
            assertEquals(List.of(file, part), entries(), "a left-over is not in the way and not touched");
        } finally {
            child.destroyForcibly();
        }
    }

    private static void writeTone(Path file, boolean overwrite) throws IOException {
        try (AudioWriter writer = AudioFiles.create(file, SPEC, overwrite)) {
            writer.write(TestAudio.tone(2, 1000), 0, 1000);
            writer.commit();
        }
    }

    private static long frames(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            return reader.info().frames();
        }
    }
}
