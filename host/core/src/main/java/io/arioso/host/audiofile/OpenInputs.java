package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files this process is reading, so that none of them is chosen as an output. Any thread. */
final class OpenInputs {
    private static final Map<Object, Integer> READERS = new ConcurrentHashMap<>();

    private OpenInputs() {
    }

    /** Registers one reader; returns what {@link #remove} wants. */
    static Object add(Path file) throws IOException {
        Object key = keyOf(file);
        READERS.merge(key, 1, Integer::sum);
        return key;
    }

    static void remove(Object key) {
        READERS.computeIfPresent(key, (same, readers) -> readers == 1 ? null : readers - 1);
    }

    /** Whether somebody reads this existing file. */
    static boolean contains(Path file) throws IOException {
        return READERS.containsKey(keyOf(file));
    }

    /** Device and inode where there are any, so that hard links are one file; else the path without links. */
    private static Object keyOf(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key != null ? key : file.toRealPath();
    }
}
