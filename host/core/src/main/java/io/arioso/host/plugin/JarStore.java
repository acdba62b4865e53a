package io.arioso.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Private copies of effect jars, named by the hash of their content: whoever replaces or deletes the original disturbs
 * nobody who plays it. A copy that nobody used for 90 days goes when another is made. [main-thread]
 */
final class JarStore {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Duration KEPT = Duration.ofDays(90);
    private static final System.Logger LOGGER = System.getLogger(JarStore.class.getName());

    private final Path preferred;
    private Path folder;

    /**
     * Names the folder; it is made when it is first needed.
     *
     * @param preferred where copies go; if it cannot be written, a private temporary folder takes over
     */
    JarStore(Path preferred) {
        this.preferred = preferred;
    }

    /**
     * The copy of a scanned jar, made now unless there is one whose content is still what its name says.
     *
     * @throws IOException if the jar cannot be read, or is no longer the one that was scanned
     */
    Path copyOf(Path jar, String sha256) throws IOException {
        Path target = folder().resolve(sha256 + ".jar");
        if (holds(target, sha256)) {
            markUsed(target);
            return target;
        }
        sweep();
        Path temporary = Files.createTempFile(folder, sha256.substring(0, 8), ".tmp");
        try {
            String found = copy(jar, temporary);
            if (!found.equals(sha256)) throw changed();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return target;
    }

    private static boolean holds(Path copy, String sha256) throws IOException {
        if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) return false;
        if (Files.size(copy) > JarLimits.MAX_JAR_BYTES) return false;
        try (InputStream in = Files.newInputStream(copy)) {
            return Sha256.of(in).equals(sha256);
        }
    }

    private static String copy(Path jar, Path target) throws IOException {
        if (FileStamp.of(jar).bytes() > JarLimits.MAX_JAR_BYTES) throw changed();
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(jar);
             FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) out.write(rest);
            }
            out.force(true);
        }
        return Sha256.hex(digest);
    }

    private static void markUsed(Path copy) {
        try {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        } catch (IOException | SecurityException failure) {
            LOGGER.log(Level.DEBUG, "{0} looks unused: {1}", copy, FaultText.of(failure));
        }
    }

    // Another process may play one of them or sweep as well: both are harmless, and what cannot be deleted stays.
    private void sweep() {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{jar,tmp}")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException failure) {
            LOGGER.log(Level.DEBUG, "old copies in {0} stay: {1}", folder, FaultText.of(failure));
        }
    }

    private static IOException changed() {
        return new IOException("it has changed since it was scanned; scan again");
    }

    private Path folder() throws IOException {
        if (folder == null) folder = writable(preferred) ? preferred : temporaryFolder();
        return folder;
    }

    private static boolean writable(Path wanted) {
        try {
            createPrivately(wanted);
            // Asking is not enough: a read-only mount or a full quota shows only when somebody writes.
            Files.delete(Files.createTempFile(wanted, "probe", ".tmp"));
            return true;
        } catch (IOException | SecurityException notWritable) {
            return false;
        }
    }

    private static void createPrivately(Path wanted) throws IOException {
        if (wanted.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        else
            Files.createDirectories(wanted);
    }

    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("arioso-plugins");
        folder.toFile().deleteOnExit();
        return folder;
    }
}
