package io.arioso.host.plugin;

import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** The jars of some places, each once, in a fixed order; survives unreadable folders and loops of links. */
final class JarFinder {
    private static final int MAX_DEPTH = 4;

    // By real path, so that a jar that is reached twice counts once.
    private final TreeMap<Path, Path> jars = new TreeMap<>();
    private final List<Broken> unreadable = new ArrayList<>();

    private JarFinder() {
    }

    static JarFinder find(List<Path> places) {
        JarFinder finder = new JarFinder();
        for (Path place : places) finder.search(place.toAbsolutePath().normalize());
        return finder;
    }

    Collection<Path> jars() {
        return jars.values();
    }

    List<Broken> unreadable() {
        return unreadable;
    }

    private void search(Path place) {
        if (!Files.isDirectory(place)) {
            if (Files.exists(place) || isJar(place)) add(place);
            return;
        }
        try {
            Files.walkFileTree(place, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor());
        } catch (IOException | SecurityException failure) {
            refuse(place, failure);
        }
    }

    private void add(Path jar) {
        try {
            jars.putIfAbsent(jar.toRealPath(), jar);
        } catch (IOException | SecurityException unresolvable) {
            jars.putIfAbsent(jar, jar);
        }
    }

    private void refuse(Path place, Exception failure) {
        unreadable.add(new Broken(place, "it cannot be read: " + FaultText.of(failure)));
    }

    private static boolean isJar(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isJar(file) && !attributes.isDirectory()) add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // A loop was already searched on the way down to it.
            if (!(failure instanceof FileSystemLoopException)) refuse(file, failure);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (failure != null) refuse(folder, failure);
            return FileVisitResult.CONTINUE;
        }
    }
}
