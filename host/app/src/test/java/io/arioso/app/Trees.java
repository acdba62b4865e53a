package io.arioso.app;

import io.arioso.host.plugin.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders as values: what is in them, byte for byte. */
final class Trees {
    private Trees() {
    }

    /** Everything below a folder by its path: the hash of a file, "folder" for a folder. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList())
                tree.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "folder" : Sha256.of(path));
        }
        return tree;
    }

    /** All files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
