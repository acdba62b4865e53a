package io.arioso.bridge.bundle;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A hidden folder in which a bundle grows before it takes its place at one stroke. [main-thread] What a killed process
 * leaves in a folder goes when the next one stages there.
 */
public final class Staging implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\.arioso-(\\d+)\\.part");

    private final Path folder;
    private int replaced;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /** Makes a staging folder inside another, which is made if need be. */
    public static Staging in(Path parent) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        Path folder = parent.resolve(".arioso-" + ProcessHandle.current().pid() + ".part");
        deleteAll(folder);
        return new Staging(Files.createDirectory(folder));
    }

    /** Removes what processes that no longer run have left in a folder. */
    public static void sweep(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) return;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, ".arioso-*.part")) {
            for (Path folder : left) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && !runs(name.group(1))) deleteAll(folder);
            }
        }
    }

    /** Where to write. */
    public Path folder() {
        return folder;
    }

    /** Brings a bundle of this folder to its place; what is there under its names goes. */
    public void publish(BundleLayout staged, Path target) throws IOException {
        Files.createDirectories(target);
        List<Path> old = new ArrayList<>();
        for (Path root : staged.roots()) {
            Path place = target.resolve(root.getFileName());
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) old.add(retire(place));
            move(root, place);
        }
        for (Path gone : old) deleteAll(gone);
    }

    /** Moves away what is in the way; into this folder if it is on the same disk. */
    private Path retire(Path place) throws IOException {
        Path away = folder.resolve("replaced-" + replaced++);
        try {
            return Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            try (Staging there = new Staging(besideOf(place))) {
                return Files.move(place, there.folder.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void move(Path root, Path place) throws IOException {
        try {
            Files.move(root, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            try (Staging there = new Staging(besideOf(place))) {
                Path copy = there.folder.resolve(root.getFileName());
                copyAll(root, copy);
                Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static Path besideOf(Path place) throws IOException {
        Path folder = place.resolveSibling(".arioso-" + ProcessHandle.current().pid() + ".part");
        return Files.createDirectories(folder);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static boolean runs(String pid) {
        return pid.length() < 10 && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Removes the folder and what is left in it. */
    @Override
    public void close() throws IOException {
        deleteAll(folder);
    }
}
