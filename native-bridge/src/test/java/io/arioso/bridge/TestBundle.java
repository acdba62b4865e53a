package io.arioso.bridge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.bundle.BundleContent;
import io.arioso.bridge.bundle.BundleLayout;
import io.arioso.bridge.bundle.BundleParts;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.BundleWriter;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.effects.Hollow;
import io.arioso.bridge.effects.Late;
import io.arioso.bridge.effects.MadeOnce;
import io.arioso.bridge.effects.Misbehaving;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginLibrary;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;

/**
 * Bundles for tests, in all formats, made from what the build has made; each is written once a run, below
 * {@code target/bundles}. Where the shim or the effects' jars are missing, the test that asks is skipped and says why.
 *
 * <pre>{@code
 * Path clap = TestBundle.arioso().clap();
 * Path own = TestBundle.of("Own", TestBundle.jar(MyEffect.class)).vst3();
 * }</pre>
 */
public final class TestBundle {
    private static final Path MODULE = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    private static final Path BUNDLES = MODULE.resolve("target").resolve("bundles");
    private static final Map<String, String> MODULE_JARS = Map.of("native-bridge", "arioso-native-bridge.jar",
        "host/core", "arioso-host.jar", "sdk/api", "arioso-sdk.jar", "sdk/runtime", "arioso-runtime.jar",
        "sdk/editor", "arioso-editor.jar");
    private static final Map<String, TestBundle> MADE = new TreeMap<>();

    private final String name;
    private final Path folder;

    private TestBundle(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The six effects with their presets, by the name Arioso. */
    public static synchronized TestBundle arioso() {
        List<Path> jars = factoryEffects();
        assumeTrue(jars.size() == 6, "skipped: bundles of the six effects (" + jars.size() + " of their jars are built;"
            + " mvn -DskipTests package makes them)");
        return of("Arioso", jars.toArray(Path[]::new));
    }

    /** The effects of {@code io.arioso.bridge.effects}, by the name Test Effects. */
    public static synchronized TestBundle testEffects() {
        return of("Test Effects", jar(Hollow.class), jar(Misbehaving.class), jar(MadeOnce.class), jar(Late.class));
    }

    /** A bundle of any jars; of one name there is one, made of the jars of the first call. */
    public static synchronized TestBundle of(String name, Path... jars) {
        return MADE.computeIfAbsent(name, missing -> make(missing, List.of(jars)));
    }

    /** A folder like that of the installed program, with the parts that bundles are made of. */
    public static synchronized Path program() {
        Path program = BUNDLES.resolve("program");
        try {
            deleteAll(program);
            BundleParts parts = parts();
            Path lib = Files.createDirectories(program.resolve("lib"));
            for (Path jar : parts.libraries()) Files.copy(jar, lib.resolve(jar.getFileName()));
            Path editor = Files.createDirectories(lib.resolve("editor"));
            for (Path jar : parts.editor()) Files.copy(jar, editor.resolve(jar.getFileName()));
            Files.copy(parts.shim(), Files.createDirectories(lib.resolve("native")).resolve(BundleParts.SHIM));
            return program;
        } catch (IOException failure) {
            return Assertions.fail(program.toString(), failure);
        }
    }

    /** The jar of one effect class of the tests, with its nested classes. */
    public static synchronized Path jar(Class<?> effect) {
        Path classes = MODULE.resolve("target").resolve("test-classes");
        String prefix = effect.getName().replace('.', '/');
        Path jar = MODULE.resolve("target").resolve("test-effects").resolve(effect.getSimpleName() + ".jar");
        return zip(classes, file -> file.equals(prefix + ".class") || file.startsWith(prefix + "$"), jar);
    }

    /** Folder in which the formats' files lie: what a DAW would search. */
    public Path folder() {
        return folder;
    }

    /** The file {@code X.clap}. */
    public Path clap() {
        return layout(DawFormat.CLAP).binary();
    }

    /** The folder {@code X.vst3}. */
    public Path vst3() {
        return layout(DawFormat.VST3).root();
    }

    /** The folder {@code X.lv2}. */
    public Path lv2() {
        return layout(DawFormat.LV2).root();
    }

    /** Where a format's files lie; {@code binary()} is the library, {@code resources()} the folder of the table. */
    public BundleLayout layout(DawFormat format) {
        return new BundleLayout(format, folder, name);
    }

    /** What is in it, as the bridge reads it beside the CLAP library. */
    public BundleTable table() {
        try {
            return BundleTable.read(layout(DawFormat.CLAP).resources());
        } catch (IOException unreadable) {
            return Assertions.fail(unreadable);
        }
    }

    /** The effect of an id or its last segment. */
    public BundledEffect effect(String id) {
        return table().effects().stream()
            .filter(effect -> effect.descriptor().id().equals(id) || effect.descriptor().shortName().equals(id))
            .findFirst().orElseThrow(() -> new AssertionError("no effect " + id + " in " + folder));
    }

    private static TestBundle make(String name, List<Path> jars) {
        BundleParts parts = parts();
        try {
            Path folder = BUNDLES.resolve(name);
            deleteAll(folder);
            PluginLibrary library = new PluginLibrary(MODULE.resolve("target").resolve("plugin-copies"));
            BundleContent content =
                BundleContent.of(jars, List.of(MODULE.resolve("../presets").normalize()), library);
            new BundleWriter(parts, content, library, Optional.empty())
                .write(folder, name, "Arioso", "0.0.0-test", EnumSet.allOf(DawFormat.class));
            return new TestBundle(name, folder);
        } catch (IOException | PluginException failure) {
            return Assertions.fail("bundle " + name + ": " + failure.getMessage(), failure);
        }
    }

    private static BundleParts parts() {
        Path shim = MODULE.resolve("target").resolve("native").resolve(BundleParts.SHIM);
        assumeTrue(Files.exists(shim), "skipped: bundles (the shim is not built, which needs Linux and a C compiler)");
        List<Path> libraries = libraries();
        return new BundleParts(shim, BundleParts.select(libraries), BundleParts.selectEditor(libraries));
    }

    /** The jars of the class path; a module that is not packed yet is packed here. */
    private static List<Path> libraries() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (!Files.isDirectory(path)) jars.add(path);
            else MODULE_JARS.forEach((module, jar) -> {
                if (path.endsWith(module + "/target/classes")) jars.add(
                    zip(path, file -> true, MODULE.resolve("target").resolve("test-libraries").resolve(jar)));
            });
        }
        return jars;
    }

    private static List<Path> factoryEffects() {
        Path plugins = Path.of(System.getProperty("arioso.plugins", MODULE.resolve("../plugins").toString()));
        try (Stream<Path> files = Files.walk(plugins, 3)) {
            return files.filter(file -> file.getParent().endsWith("target")
                && file.getFileName().toString().matches("arioso-[a-z-]+-\\d[^/]*\\.jar")
                && !file.toString().matches(".*-(sources|javadoc|tests)\\.jar")).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Path zip(Path folder, Predicate<String> chosen, Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            try (Stream<Path> files = Files.walk(folder); OutputStream out = Files.newOutputStream(jar);
                 ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String entry = folder.relativize(file).toString();
                    if (!chosen.test(entry)) continue;
                    ZipEntry header = new ZipEntry(entry);
                    header.setTime(0);
                    zip.putNextEntry(header);
                    Files.copy(file, zip);
                }
            }
            return jar;
        } catch (IOException failure) {
            return Assertions.fail(jar.toString(), failure);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
        }
    }
}
