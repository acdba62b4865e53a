package io.arioso.host.daw;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a bundle's files when it was removed.
 *
 * @param removed files that are gone
 * @param changed files that somebody has changed since they were installed; they were left
 */
public record BundleRemoval(List<Path> removed, List<Path> changed) {

    /** Keeps copies of the lists. */
    public BundleRemoval {
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }
}
