package io.arioso.host.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the files of a folder that this process has open; 0 for ever where the system does not tell. */
final class OpenFiles {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {
    }

    static long below(Path folder) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) return 0;
        long count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) if (isBelow(folder, descriptor)) count++;
        }
        return count;
    }

    private static boolean isBelow(Path folder, Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
