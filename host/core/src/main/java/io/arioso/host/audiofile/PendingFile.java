package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that grows beside its target under a name ending in {@code .part} and takes its name when committed. */
final class PendingFile implements ByteSink {
    private static final int MAX_LINKS = 40;
    private static final int MAX_NAME_PREFIX = 60;
    private static final int NAMES_TRIED = 1000;

    private final Path target;
    private final boolean overwrite;
    private final Path temporary;
    private final FileChannel channel;
    private boolean committed;

    private PendingFile(Path target, boolean overwrite, Path temporary) throws IOException {
        this.target = target;
        this.overwrite = overwrite;
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    /** Checks the target and creates the temporary file. */
    static PendingFile create(Path file, boolean overwrite) throws IOException {
        Path target = withoutLinks(file.toAbsolutePath());
        checkTarget(target, overwrite);
        try {
            return new PendingFile(target, overwrite, createTemporary(target));
        } catch (AccessDeniedException e) {
            throw new AudioFileException(target + ": no permission to write in folder " + target.getParent(), e);
        } catch (NoSuchFileException e) {
            throw new AudioFileException(target + ": folder " + target.getParent() + " does not exist", e);
        }
    }

    /** The path that a chain of symbolic links ends at, whether or not it exists. */
    private static Path withoutLinks(Path file) throws IOException {
        Path path = file;
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MAX_LINKS) {
                throw new AudioFileException(file + ": symbolic links lead in a circle");
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return path;
    }

    private static void checkTarget(Path target, boolean overwrite) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(target)) {
            throw new AudioFileException(target + ": is not a file that could be replaced");
        }
        if (OpenInputs.contains(target)) {
            throw new OutputExistsException(target + ": is being read, so it cannot be written at the same time");
        }
        if (!overwrite) {
            throw new OutputExistsException(target + ": already exists");
        }
        if (writeProtected(target)) {
            throw new AudioFileException(target + ": is write-protected");
        }
    }

    /** Also for a user to whom permissions do not apply: a file that nobody may write is meant to stay. */
    private static boolean writeProtected(Path target) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (posix != null) {
            Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
            if (!permissions.contains(PosixFilePermission.OWNER_WRITE)
                    && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return true;
            }
        }
        return !Files.isWritable(target);
    }

    private static Path createTemporary(Path target) throws IOException {
        String name = target.getFileName().toString();
        String prefix = name.substring(0, Math.min(name.length(), MAX_NAME_PREFIX));
        for (int number = 0; number < NAMES_TRIED; number++) {
            Path candidate = target.resolveSibling(prefix + (number == 0 ? "" : "." + number) + ".part");
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException e) {
                // Left by a process that was killed, or in use by one that is not: both are not ours to touch.
            }
        }
        throw new AudioFileException(target + ": " + NAMES_TRIED + " unfinished .part files are in the way");
    }

    /** Where the bytes are until they are committed. */
    Path temporary() {
        return temporary;
    }

    @Override
    public String name() {
        return String.valueOf(target.getFileName());
    }

    @Override
    public boolean rewritable() {
        return true;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void overwrite(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputExistsException(target + ": was created by somebody else meanwhile");
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
        forceFolder();
    }

    /** Puts the new name on the disk, where the system lets a folder be opened. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows has no such thing; the name is then on the disk when the system writes it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }
}
