package io.arioso.host.daw;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a bundle shall be.
 *
 * @param jars effect jars in the order of the DAW's list, at least one
 * @param name the bundle's name; empty for one made from its effects' names
 * @param vendor its maker; empty for that of its effects
 * @param formats for which DAWs, at least one
 * @param presetFolders folders of {@code <effect id>/*.json}
 * @param withRuntime whether it brings its own Java
 * @param replace whether a bundle of that name may be replaced
 */
public record BundleOrder(List<Path> jars, String name, String vendor, Set<DawFormat> formats,
                          List<Path> presetFolders, boolean withRuntime, boolean replace) {

    /** Keeps copies of the lists. */
    public BundleOrder {
        jars = List.copyOf(jars);
        formats = Set.copyOf(formats);
        presetFolders = List.copyOf(presetFolders);
    }
}
