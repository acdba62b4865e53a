package io.arioso.host.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes documents so that a file is always the whole old or the whole new version: the one class that does so.
 *
 * <p>The new version goes to a temporary file in the same folder and is forced to the medium; the old one is copied to
 * {@code <name>~} in the same manner; then the new one takes the name at one stroke. Whatever fails on the way (a full
 * disk, a killed process, a lost share) leaves the old version under its name. Files that killed processes leave behind
 * are removed by {@link #sweep}.
 */
public final class SafeFile {
    private static final Pattern TEMPORARY = Pattern.compile("\\..*\\.(\\d+)-\\d+\\.arioso-tmp");
    private static final AtomicLong COUNTER = new AtomicLong();

    private SafeFile() {
    }

    /**
     * Writes a document, creating its folder if need be. [main-thread] A document that already has these bytes is left
     * alone, so that its backup stays the version before. A symbolic link stays one; the file that it leads to is
     * written.
     *
     * @throws IOException naming the file and the reason; the old version is then intact
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(Disk.REAL, file, bytes);
    }

    /** Where {@link #write} keeps the version before. [any-thread] */
    public static Path backupOf(Path file) {
        return file.resolveSibling(file.getFileName() + "~");
    }

    /**
     * Removes temporary files that processes which no longer run have left in a folder. [main-thread]
     *
     * @return how many were removed
     */
    public static int sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return 0;
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.arioso-tmp")) {
            for (Path file : files) {
                Matcher name = TEMPORARY.matcher(file.getFileName().toString());
                if (name.matches() && !runs(name.group(1)) && Files.deleteIfExists(file)) removed++;
            }
        }
        return removed;
    }

    static void write(Disk disk, Path file, byte[] bytes) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        Files.createDirectories(folder);
        boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (exists) refuseUnwritable(target);
        byte[] before = exists ? Files.readAllBytes(target) : null;
        if (Arrays.equals(before, bytes)) return;
        Path next = temporary(target);
        Path backup = temporary(target);
        try {
            store(disk, next, bytes, target, exists);
            if (exists) {
                store(disk, backup, before, target, true);
                disk.replace(backup, backupOf(target));
            }
            disk.replace(next, target);
        } catch (IOException failed) {
            discard(next, failed);
            discard(backup, failed);
            throw new IOException(target + " was not saved and is as it was before: " + reason(failed), failed);
        }
        forceFolder(disk, target);
    }

    private static void forceFolder(Disk disk, Path target) throws IOException {
        try {
            disk.forceFolder(target.getParent());
        } catch (IOException failed) {
            throw new IOException(target + " was saved, but a power cut now may bring back the version before: "
                + reason(failed), failed);
        }
    }

    private static void store(Disk disk, Path file, byte[] bytes, Path model, boolean modelExists) throws IOException {
        try (Disk.Output out = disk.create(file)) {
            out.write(bytes);
            out.force();
        }
        if (modelExists) copyPermissions(model, file);
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (source != null) Files.setPosixFilePermissions(to, source.readAttributes().permissions());
    }

    private static void refuseUnwritable(Path target) throws IOException {
        if (!Files.isRegularFile(target))
            throw new FileSystemException(target.toString(), null, "is no file but a folder or a device");
        if (!Files.isWritable(target) || nobodyMayWrite(target))
            throw new FileSystemException(target.toString(), null, "is read-only");
        if (Files.size(target) > Json.MAX_BYTES)
            throw new FileSystemException(target.toString(), null, "has " + Files.size(target)
                + " bytes and so is no document, which has at most " + Json.MAX_BYTES);
    }

    /** A file without any leave to write is meant to stay, also for a user to whom permissions do not apply. */
    private static boolean nobodyMayWrite(Path target) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        return posix != null && posix.readAttributes().permissions().stream()
            .noneMatch(permission -> permission.name().endsWith("_WRITE"));
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid()
            + "-" + COUNTER.incrementAndGet() + ".arioso-tmp");
    }

    private static void discard(Path temporary, IOException reason) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) return "no permission to write in its folder";
        return failure instanceof FileSystemException fault && fault.getReason() != null
            ? fault.getReason() : String.valueOf(failure.getMessage());
    }

    private static boolean runs(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }
}
