package io.arioso.bridge.bundle;

import io.arioso.host.daw.DawFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where the files of one bundle lie in one format, as the shim finds them from its own place.
 *
 * @param format the format
 * @param folder what a DAW searches
 * @param name the bundle's name, which is also the name of its files
 */
public record BundleLayout(DawFormat format, Path folder, String name) {
    /** Folder of the effects' jars below the resources. */
    public static final String EFFECTS = "effects";
    /** Folder of the factory presets below the resources. */
    public static final String PRESETS = "presets";
    /** Folder of the bridge's jars below the resources. */
    public static final String LIBRARIES = "lib";
    /** Folder of the editor process's further jars below the resources. */
    public static final String EDITOR = "editor";
    /** Folder of a Java of the bundle's own below the resources. */
    public static final String RUNTIME = "runtime";

    /** The file that a DAW loads. */
    public Path binary() {
        return switch (format) {
            case CLAP -> folder.resolve(name + ".clap");
            case VST3 -> root().resolve("Contents").resolve(architecture() + "-linux").resolve(name + ".so");
            case LV2 -> root().resolve(name + ".so");
        };
    }

    /** The folder of table, jars, presets and perhaps Java. */
    public Path resources() {
        return switch (format) {
            case CLAP -> folder.resolve(name + ".arioso");
            case VST3 -> root().resolve("Contents").resolve("Resources").resolve("arioso");
            case LV2 -> root().resolve("arioso");
        };
    }

    /** What appears in the searched folder: files and folders that come and go together. */
    public List<Path> roots() {
        return format == DawFormat.CLAP ? List.of(resources(), binary()) : List.of(root());
    }

    /** VST3's and LV2's own folder, which DAWs call the bundle. */
    public Path root() {
        return folder.resolve(name + "." + format.word());
    }

    /** The machine as {@code uname -m} names it. */
    public static String architecture() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return architecture.equals("amd64") ? "x86_64" : architecture;
    }
}
