package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The shim alone: built so that a C host can call all its functions, with the stub of {@code src/test/stub} in the place
 * of the bridge. It looks for Java in {@link #usualPlace} where the true one looks below {@code /usr}.
 */
final class ShimLab {
    private static final Path FOLDER = Path.of("target", "shim-lab").toAbsolutePath();
    private static final Path STUB = Path.of("src", "test", "stub", "io", "arioso", "bridge", "Bridge.java");
    private static final String[] EFFECTS = {"gain", "empty", "remembers", "null", "collect", "poll", "overflow",
        "throws", "overflows", "out-of-memory", "exits", "halts", "refuses", "fails-to-open", "no-activation",
        "exits-at-once", "counts-threads", "counts-bytes", "tells-position"};
    private static Path shim;

    private ShimLab() {
    }

    /** A bundle whose effects are the stub's. */
    static synchronized Path bundle() {
        if (shim == null) shim = build();
        return shim;
    }

    /** The same bundle in another place. */
    static Path copyOfBundle(Path folder) throws IOException {
        Path copy = folder.resolve("Copy.clap");
        Files.createDirectories(folder.resolve("Copy.arioso/lib"));
        Files.copy(bundle(), copy);
        Files.copy(FOLDER.resolve("Lab.arioso/table"), folder.resolve("Copy.arioso/table"));
        Files.copy(FOLDER.resolve("Lab.arioso/lib/stub.jar"), folder.resolve("Copy.arioso/lib/stub.jar"));
        return copy;
    }

    /** A host of {@code src/test/c} that finds no Java unless the test gives it one. */
    static TestHost host(String source) {
        Path home = Path.of(System.getProperty("java.home"));
        return TestHost.compiled(source, "-Isrc/main/c", "-I" + home.resolve("include"),
                "-I" + home.resolve("include/linux"))
            .withEnvironment("ARIOSO_JAVA_HOME", "").withEnvironment("JAVA_HOME", "")
            .withEnvironment("PATH", "/nowhere");
    }

    /** The folder in which the lab's shim looks for Javas that the distribution has installed. */
    static Path usualPlace() {
        return FOLDER.resolve("usual");
    }

    /** The Javas to test with: that of the build and, where there is one, a newer of this machine. */
    static List<Path> javas() {
        List<Path> javas = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            installed.filter(home -> home.getFileName().toString().contains("25")).findFirst().ifPresent(javas::add);
        } catch (IOException none) {
            System.out.println("skipped: tests of the shim on another Java, as there is no /usr/lib/jvm");
        }
        return javas;
    }

    private static Path build() {
        try {
            Path lib = Files.createDirectories(FOLDER.resolve("Lab.arioso/lib"));
            Files.createDirectories(usualPlace());
            Files.writeString(FOLDER.resolve("Lab.arioso/table"), table());
            Path classes = Files.createDirectories(FOLDER.resolve("classes"));
            run("javac", "--release", "17", "-d", classes.toString(), STUB.toString());
            run("jar", "--create", "--file", lib.resolve("stub.jar").toString(), "-C", classes.toString(), ".");
            TestHost.installed("cc");
            TestHost.installed("sh").run(Path.of("src/main/c/build").toString(), System.getProperty("java.home"),
                FOLDER.toString(), "-fvisibility=default", "-DSHIM_USUAL_PLACES=\"" + usualPlace() + "/*\"").succeeded();
            return Files.move(FOLDER.resolve("libarioso-shim.so"), FOLDER.resolve("Lab.clap"),
                StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            return fail("the lab cannot be built", cannot);
        }
    }

    private static void run(String tool, String... arguments) {
        assertEquals(0, ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments), tool);
    }

    /** The lab's table of effects. */
    static String table() {
        StringBuilder table = new StringBuilder("arioso-bundle\t1\nbundle\tLab\tArioso\t1.0\n");
        for (String id : EFFECTS)
            table.append(String.join("\t", "effect", id, id, "Arioso", "1.0", "first\\tsecond", "audio-effect stereo",
                "Fx", "00112233445566778899aabbccddeeff", "urn:arioso:" + id, "1", "3", "1", "OTHER", "x.Y", "y.jar",
                "0".repeat(64))).append('\n');
        return table.append("preset\tgain\tloud\tLoud\t\n").toString();
    }
}
