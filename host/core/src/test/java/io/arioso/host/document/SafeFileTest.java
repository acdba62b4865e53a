package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    private static final byte[] OLD = "the old version".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "the new version, which is longer".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** A disk with room for so many bytes, or one on which a given operation fails. */
    private static final class FailingDisk implements Disk {
        private int room;
        private int operations;

        FailingDisk(int room, int operations) {
            this.room = room;
            this.operations = operations;
        }

        private void operate() throws IOException {
            if (operations-- == 0) throw new IOException("Input/output error");
        }

        @Override
        public Output create(Path file) throws IOException {
            operate();
            Output real = REAL.create(file);
            return new Output() {
                @Override
                public void write(byte[] bytes) throws IOException {
                    operate();
                    int fitting = Math.min(room, bytes.length);
                    real.write(java.util.Arrays.copyOf(bytes, fitting));
                    room -= fitting;
                    if (fitting < bytes.length) throw new IOException("No space left on device");
                }

                @Override
                public void force() throws IOException {
                    operate();
                    real.force();
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            operate();
            REAL.replace(from, to);
        }

        @Override
        public void forceFolder(Path ofFile) throws IOException {
            operate();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theVersionBeforeIsKeptBesideTheNewOne() throws IOException {
        Path file = folder.resolve("deep").resolve("chain.json");
        SafeFile.write(file, OLD);
        assertFalse(Files.exists(SafeFile.backupOf(file)));
        SafeFile.write(file, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertArrayEquals(OLD, Files.readAllBytes(SafeFile.backupOf(file)));
        SafeFile.write(file, NEW);
        assertArrayEquals(OLD, Files.readAllBytes(SafeFile.backupOf(file)), "an unchanged save keeps the backup");
    }

    @Test
    void fullDiskAtAnyByteLeavesTheOldVersion() throws IOException {
        Path file = folder.resolve("chain.json");
        Files.write(file, OLD);
        for (int room = 0; room < OLD.length + NEW.length; room++) {
            FailingDisk disk = new FailingDisk(room, Integer.MAX_VALUE);
            IOException failed = assertThrows(IOException.class, () -> SafeFile.write(disk, file, NEW));
            assertEquals(file + " was not saved and is as it was before: No space left on device", failed.getMessage());
            assertArrayEquals(OLD, Files.readAllBytes(file), "room for " + room);
            assertEquals(List.of("chain.json"), names(), "room for " + room);
        }
        SafeFile.write(new FailingDisk(OLD.length + NEW.length, Integer.MAX_VALUE), file, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @Test
    void failureOfAnyOperationLeavesAWholeVersion() throws IOException {
        Path file = folder.resolve("chain.json");
        int operations = 9; // create, write, force for both files, two replacements, one folder
        for (int failing = 0; failing < operations; failing++) {
            Files.write(file, OLD);
            FailingDisk disk = new FailingDisk(Integer.MAX_VALUE, failing);
            IOException failed = assertThrows(IOException.class, () -> SafeFile.write(disk, file, NEW), "" + failing);
            boolean placed = failing == operations - 1;
            assertArrayEquals(placed ? NEW : OLD, Files.readAllBytes(file), "operation " + failing);
            assertTrue(failed.getMessage().contains(placed ? "was saved, but" : "was not saved"), failed.getMessage());
            assertTrue(names().stream().noneMatch(name -> name.endsWith("tmp")), names().toString());
        }
        Files.write(file, OLD);
        SafeFile.write(new FailingDisk(Integer.MAX_VALUE, operations), file, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @Test
    void permissionsAndSymbolicLinksSurvive() throws IOException {
        Path file = folder.resolve("real.json");
        Path link = folder.resolve("link.json");
        Files.write(file, OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(link, file);
        SafeFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rw-r-----",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(SafeFile.backupOf(file))));
    }

    @Test
    void readOnlyFilesStayAsTheyAre() throws IOException {
        Path file = folder.resolve("chain.json");
        Files.write(file, OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        IOException refused = assertThrows(IOException.class, () -> SafeFile.write(file, NEW));
        assertTrue(refused.getMessage().contains("is read-only"), refused.getMessage());
        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @Test
    void foldersAndOversizedFilesAreNotOverwritten() throws IOException {
        assertThrows(IOException.class, () -> SafeFile.write(folder, NEW));
        Path recording = folder.resolve("recording.wav");
        try (var sparse = new java.io.RandomAccessFile(recording.toFile(), "rw")) {
            sparse.setLength(Json.MAX_BYTES + 1L);
        }
        IOException refused = assertThrows(IOException.class, () -> SafeFile.write(recording, NEW));
        assertTrue(refused.getMessage().contains("no document"), refused.getMessage());
    }

    @Test
    void sweepRemovesOnlyWhatDeadProcessesLeft() throws IOException {
        long dead = Long.MAX_VALUE;
        Files.write(folder.resolve(".a.json." + dead + "-1.arioso-tmp"), OLD);
        Files.write(folder.resolve(".a.json." + ProcessHandle.current().pid() + "-1.arioso-tmp"), OLD);
        Files.write(folder.resolve("a.json"), OLD);
        assertEquals(1, SafeFile.sweep(folder));
        assertEquals(2, names().size());
        assertEquals(0, SafeFile.sweep(folder.resolve("missing")));
    }
}
