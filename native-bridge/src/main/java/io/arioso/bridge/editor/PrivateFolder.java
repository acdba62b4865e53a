package io.arioso.bridge.editor;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that only this user can look into, for what two processes share; one a process, named after its number. */
final class PrivateFolder {
    private static final System.Logger LOGGER = System.getLogger(PrivateFolder.class.getName());
    private static final String PREFIX = "arioso-";

    private PrivateFolder() {
    }

    /** Makes a folder in the session's runtime folder, or in the temporary one. Those of dead processes go. */
    static Path make() throws IOException {
        Path base = base(System.getenv("XDG_RUNTIME_DIR"));
        sweep(base);
        return Files.createTempDirectory(base, PREFIX + ProcessHandle.current().pid() + "-");
    }

    private static Path base(String runtime) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (runtime == null || runtime.isEmpty()) return temporary;
        Path folder = Path.of(runtime);
        return folder.isAbsolute() && Files.isDirectory(folder) && Files.isWritable(folder) ? folder : temporary;
    }

    private static void sweep(Path base) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "[0-9]*-*")) {
            for (Path folder : folders) if (!isInUse(folder)) delete(folder);
        }
    }

    private static boolean isInUse(Path folder) {
        String[] parts = folder.getFileName().toString().split("-");
        try {
            return ProcessHandle.of(Long.parseLong(parts[1])).filter(ProcessHandle::isAlive).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    /** Deletes a folder and the files in it; what cannot be deleted stays. */
    static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            LOGGER.log(Level.DEBUG, "{0} stays: {1}", folder, stays.getMessage());
        }
    }
}
