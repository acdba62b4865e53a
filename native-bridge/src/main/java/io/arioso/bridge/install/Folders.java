package io.arioso.bridge.install;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Folders that come with an installation and go with it. */
final class Folders {
    private Folders() {
    }

    /** The folder and those above it that do not exist yet. */
    static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent())
            missing.add(path);
        return missing;
    }

    /** Removes those that are empty, the deepest first; one with something in it stays. */
    static void deleteEmpty(Collection<Path> folders) throws IOException {
        List<Path> deepest = new ArrayList<>(folders);
        deepest.sort(Comparator.comparingInt(Path::getNameCount).reversed());
        for (Path folder : deepest) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException stays) {
                continue; // somebody else's files are in it
            }
        }
    }
}
