package io.arioso.host.daw;

import java.nio.file.Path;
import java.util.List;

/**
 * A bundle that was written.
 *
 * @param name its name
 * @param version version of the Arioso that made it, which is that of the bridge in it
 * @param effects names of its effects
 * @param files all its files, absolute, in a fixed order
 * @param bytes their size; a file that several formats share by hard links counts once for each
 */
public record DawBundle(String name, String version, List<String> effects, List<Path> files, long bytes) {

    /** Keeps copies of the lists. */
    public DawBundle {
        effects = List.copyOf(effects);
        files = List.copyOf(files);
    }
}
