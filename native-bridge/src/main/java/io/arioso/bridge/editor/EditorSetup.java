package io.arioso.bridge.editor;

import io.arioso.host.plugin.PluginFolders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the editor's process needs.
 *
 * @param java the launcher of this virtual machine's Java
 * @param modules JavaFX's jars
 * @param classes all other jars
 * @param log takes what the process says
 * @param display name of the X server; empty for none
 */
record EditorSetup(Path java, List<Path> modules, List<Path> classes, Path log, String display) {
    private static final String JAVAFX = "javafx-";

    /** What the bundle has that this class was loaded from, for this process's display; empty if it has no editors. */
    static Optional<EditorSetup> ofBundle() {
        CodeSource source = EditorSetup.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return Optional.empty();
        try {
            Path lib = Path.of(source.getLocation().toURI()).getParent();
            String display = System.getenv("DISPLAY");
            EditorSetup setup = of(lib.getParent(), display == null ? "" : display);
            return setup.modules.isEmpty() ? Optional.empty() : Optional.of(setup);
        } catch (URISyntaxException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What a bundle has, with this virtual machine's Java and the user's log. */
    static EditorSetup of(Path resources, String display) throws IOException {
        List<Path> editor = jars(resources.resolve("editor"));
        List<Path> classes = jars(resources.resolve("lib"));
        editor.stream().filter(jar -> !isJavaFx(jar)).forEach(classes::add);
        List<Path> modules = editor.stream().filter(EditorSetup::isJavaFx).toList();
        return new EditorSetup(Path.of(System.getProperty("java.home"), "bin", "java"), modules, List.copyOf(classes),
            PluginFolders.cache().resolveSibling("editor.log"), display);
    }

    static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith(JAVAFX);
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
        }
    }
}
