package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule J6: a process killed while it saves leaves the old or the new version, and a backup that is whole too. */
class SafeFileKillTest {
    private static final int KILLS = 50;
    private static final int SIZE = 20_000;
    private static final String FILE = "session.json";

    @TempDir
    private Path folder;

    /** The child: saves for ever, each version filled with its own byte. */
    public static final class EndlessSaver {
        private EndlessSaver() {
        }

        /** Saves into the folder that it is given. */
        public static void main(String[] folder) throws IOException {
            Path file = Path.of(folder[0], FILE);
            for (int version = 0;; version++) SafeFile.write(file, version(version));
        }
    }

    private static byte[] version(int number) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) ('a' + number % 26));
        return bytes;
    }

    @Test
    void killedSaverLeavesWholeVersions() throws IOException, InterruptedException {
        Random random = new Random(7);
        Path file = folder.resolve(FILE);
        for (int kill = 0; kill < KILLS; kill++) {
            Process saver = start();
            while (saver.isAlive() && !Files.exists(SafeFile.backupOf(file))) Thread.sleep(1);
            Thread.sleep(random.nextInt(20));
            saver.destroyForcibly().waitFor();
            assertEquals(128 + 9, saver.exitValue(), "the saver must die by the kill and by nothing else");
            assertWhole(file, kill);
            assertWhole(SafeFile.backupOf(file), kill);
            SafeFile.sweep(folder);
            assertEquals(List.of(FILE, FILE + "~"), names(), "kill " + kill);
            Files.delete(SafeFile.backupOf(file));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
            EndlessSaver.class.getName(), folder.toString()).inheritIO().start();
    }

    private static void assertWhole(Path file, int kill) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(SIZE, bytes.length, file + " after kill " + kill);
        for (byte b : bytes) assertTrue(b == bytes[0], file + " is a mixture after kill " + kill);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
