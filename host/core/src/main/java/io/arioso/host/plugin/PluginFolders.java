package io.arioso.host.plugin;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where plug-ins are looked for, and where the host keeps what it knows of them. Never the current folder. */
public final class PluginFolders {
    /** Environment variable with further folders or jars, separated as in {@code PATH}; relative ones are ignored. */
    public static final String PATH_VARIABLE = "ARIOSO_PLUGIN_PATH";

    private PluginFolders() {
    }

    /**
     * The standard search path: the distribution's {@code plugins}, the user's
     * {@code ${XDG_DATA_HOME:-~/.local/share}/arioso/plugins}, then {@value #PATH_VARIABLE}. Folders need not exist.
     *
     * @param distribution folder of the installed host
     */
    public static List<Path> standard(Path distribution) {
        return standard(distribution, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The search path in another environment. */
    public static List<Path> standard(Path distribution, Map<String, String> environment, Path home) {
        List<Path> folders = new ArrayList<>();
        folders.add(distribution.toAbsolutePath().normalize().resolve("plugins"));
        folders.add(data(environment, home).resolve("plugins"));
        for (String entry : environment.getOrDefault(PATH_VARIABLE, "").split(File.pathSeparator)) {
            if (isAbsolute(entry)) folders.add(Path.of(entry).normalize());
        }
        return List.copyOf(folders);
    }

    /** What Arioso keeps for a user: {@code ${XDG_DATA_HOME:-~/.local/share}/arioso}. */
    public static Path data(Map<String, String> environment, Path home) {
        return base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("arioso");
    }

    /** Where copies of loaded jars and the scan cache live: {@code ${XDG_CACHE_HOME:-~/.cache}/arioso/plugins}. */
    public static Path cache() {
        return cache(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The cache folder in another environment. */
    public static Path cache(Map<String, String> environment, Path home) {
        return base(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("arioso/plugins");
    }

    // The XDG base directory specification: an unset, empty or relative value counts as unset.
    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return isAbsolute(value) ? Path.of(value) : otherwise;
    }

    private static boolean isAbsolute(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }
}
