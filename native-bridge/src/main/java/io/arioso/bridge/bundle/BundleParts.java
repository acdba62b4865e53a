package io.arioso.bridge.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What every bundle has beside its effects.
 *
 * @param shim the library that DAWs load
 * @param libraries jars of the bridge, for the DAW's process
 * @param editor further jars of the editor's process; none for a bundle without editors
 */
public record BundleParts(Path shim, List<Path> libraries, List<Path> editor) {
    /** Name of the shim where the program keeps it. */
    public static final String SHIM = "libarioso-shim.so";

    /** What runs in a DAW; the host's other libraries make audio files and numbers that nobody asks for there. */
    private static final Pattern NEEDED =
        Pattern.compile("(arioso-(native-bridge|host|sdk|runtime)|jackson-core|jna|asm)(-\\d.*)?\\.jar");
    private static final Pattern EDITOR_NEEDED =
        Pattern.compile("(arioso-editor|atlantafx-base)(-\\d.*)?\\.jar|javafx-[a-z]+-\\d.*-linux.*\\.jar");

    /** Keeps copies of the lists. */
    public BundleParts {
        libraries = List.copyOf(libraries);
        editor = List.copyOf(editor);
    }

    /**
     * The parts as the installed program has them.
     *
     * @param program its folder, which holds {@code lib}, {@code lib/editor} and {@code lib/native}
     * @throws IOException naming what is missing
     */
    public static BundleParts of(Path program) throws IOException {
        Path lib = program.resolve("lib");
        BundleParts parts = new BundleParts(lib.resolve("native").resolve(SHIM), select(jars(lib)),
            jars(lib.resolve("editor")));
        if (!Files.isRegularFile(parts.shim))
            throw new IOException(parts.shim + ": there is no such file; this Arioso was built without a C compiler"
                + " or for another system and can make no bundles");
        if (parts.libraries.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("arioso-native-bridge")))
            throw new IOException(lib + ": the bridge's jar is missing; install Arioso anew");
        return parts;
    }

    /** Those of some jars that the bridge needs in the DAW's process. */
    public static List<Path> select(List<Path> jars) {
        return jars.stream().filter(jar -> NEEDED.matcher(jar.getFileName().toString()).matches()).toList();
    }

    /** Those of some jars that only the editor's process needs. */
    public static List<Path> selectEditor(List<Path> jars) {
        return jars.stream().filter(jar -> EDITOR_NEEDED.matcher(jar.getFileName().toString()).matches()).toList();
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
