package io.arioso.host.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the jars that this process has open; 0 for ever where the system does not tell. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {
    }

    static long count() throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) return 0;
        long count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) if (isJar(descriptor)) count++;
        }
        return count;
    }

    private static boolean isJar(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains(".jar");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
