package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.NativeLibrary;
import io.arioso.app.Program.Run;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.host.document.DocumentException;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program brings effects into DAWs and takes them out again; its paths have spaces and umlauts. */
class BundleIT {
    private static final int LEAST_FILES = 100;

    @TempDir
    static Path root;
    private static Path folder;
    private static Path home;
    private static Program program;

    @BeforeAll
    static void copyTheProgram() throws IOException {
        folder = Files.createDirectories(root.resolve("Mein Ordner für Klänge"));
        home = Files.createDirectories(folder.resolve("zu Hause"));
        program = Program.copy(folder.resolve("das Programm"), folder);
        program.set("HOME", home.toString());
        program.set("XDG_DATA_HOME", "");
        program.set("XDG_CACHE_HOME", "");
        assumeTrue(Files.exists(program.home().resolve("lib/native/libarioso-shim.so")),
            "skipped: bundles (the shim is not built, which needs Linux and a C compiler)");
    }

    private static Path effect(String name) throws IOException {
        try (Stream<Path> jars = Files.list(program.home().resolve("plugins"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("arioso-" + name)).findFirst().orElseThrow();
        }
    }

    private static Run arioso(String... arguments) throws IOException, InterruptedException {
        return program.run(arguments);
    }

    private static JsonValue json(Run run) throws DocumentException {
        assertEquals(0, run.exit(), run.err());
        return Json.parse("standard output", run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonValue list) throws DocumentException {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : list.elements()) texts.add(element.text());
        return texts;
    }

    @Test
    void theSixEffectsBecomeAPlugInForEveryFormatAndEveryFileIsListed() throws Exception {
        List<String> command = new ArrayList<>(List.of("bundle", "-o", "aus gabe", "--json"));
        for (String name : List.of("eq", "compressor", "reverb", "delay", "limiter", "stereo-widener"))
            command.add(effect(name).toString());
        JsonValue bundle = json(arioso(command.toArray(String[]::new)));
        Path out = folder.resolve("aus gabe");
        assertEquals("Arioso", bundle.get("name").text());
        assertEquals(new TreeSet<>(Trees.files(out)), new TreeSet<>(texts(bundle.get("files")).stream().map(Path::of).toList()));
        assertTrue(Trees.files(out).size() > LEAST_FILES);
        for (String file : List.of("Arioso.clap", "Arioso.arioso/table", "Arioso.vst3/Contents/x86_64-linux/Arioso.so",
            "Arioso.vst3/Contents/Resources/moduleinfo.json", "Arioso.lv2/manifest.ttl", "Arioso.lv2/Arioso.so"))
            assertTrue(Files.exists(out.resolve(file)) || !System.getProperty("os.arch").equals("amd64"), file);
        assertEquals(6, BundleTable.read(out.resolve("Arioso.lv2/arioso")).effects().size());
        Map<String, String> before = Trees.of(out);
        Run again = arioso(command.toArray(String[]::new));
        assertEquals(5, again.exit(), again.err());
        assertTrue(again.err().contains("--force replaces it"), again.err());
        assertEquals(before, Trees.of(out));
        command.add("--force");
        assertEquals(0, arioso(command.toArray(String[]::new)).exit());
        assertEquals(before, Trees.of(out));
    }

    @Test
    void whatIsInstalledIsListedAndUninstalledWithoutATrace() throws Exception {
        Files.createDirectories(home.resolve(".vst3/Foreign.vst3"));
        Files.writeString(home.resolve(".vst3/Foreign.vst3/theirs"), "theirs");
        Map<String, String> before = Trees.of(home);
        JsonValue installed = json(arioso("bridge", "install", "--json"));
        List<String> files = texts(installed.get("files"));
        for (String file : files) assertTrue(Files.exists(Path.of(file)), file);
        Map<String, String> after = Trees.of(home);
        JsonValue listed = json(arioso("bridge", "list", "--json")).get("bundles").elements().get(0);
        assertEquals(new TreeSet<>(files), new TreeSet<>(texts(listed.get("files"))));
        TreeSet<Path> written = new TreeSet<>(Trees.files(home));
        written.remove(home.resolve(".vst3/Foreign.vst3/theirs"));
        written.removeIf(file -> file.getFileName().toString().startsWith("installed.json"));
        assertEquals(written, new TreeSet<>(files.stream().map(Path::of).toList()));
        assertEquals(0, arioso("bridge", "install", "--quiet").exit(), "again is an update");
        after.keySet().removeIf(path -> path.contains("installed.json"));
        Map<String, String> twice = Trees.of(home);
        twice.keySet().removeIf(path -> path.contains("installed.json"));
        assertEquals(after, twice);
        json(arioso("bridge", "uninstall", "--json"));
        assertEquals(before, Trees.of(home));
        assertEquals(0, arioso("bridge", "uninstall").exit(), "again does nothing");
        assertEquals(before, Trees.of(home));
    }

    @Test
    void aChangedFileAndAForeignOneStayAndAreNamed() throws Exception {
        Path place = folder.resolve("geändert");
        assertEquals(0, arioso("bridge", "install", "--to", place.toString()).exit());
        Path preset;
        try (Stream<Path> presets = Files.list(place.resolve("Arioso.lv2/arioso/presets/io.arioso.eq"))) {
            preset = presets.sorted().findFirst().orElseThrow();
        }
        Files.writeString(preset, "mine");
        Path own = Files.writeString(place.resolve("Arioso.vst3/Contents/notes.txt"), "mine too");
        Run doctor = arioso("bridge", "doctor");
        assertEquals(1, doctor.exit());
        assertTrue(doctor.out().contains("1 missing or changed"), doctor.out());
        Run again = arioso("bridge", "install", "--to", place.toString());
        assertEquals(5, again.exit(), again.err());
        Run uninstall = arioso("bridge", "uninstall");
        assertEquals(0, uninstall.exit(), uninstall.err());
        assertTrue(uninstall.err().contains(preset + " was changed since it was installed and stays"), uninstall.err());
        assertEquals(List.of(preset, own), Trees.files(place));
    }

    @Test
    void aKilledInstallationIsRemovedByUninstall() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        Files.createDirectories(home.resolve(".local/share"));
        Map<String, String> before = Trees.of(home);
        for (int round = 0; round < 4; round++) {
            int patienceMs = 150 + random.nextInt(500);
            Process process = program.start("bridge", "install");
            if (!process.waitFor(patienceMs, TimeUnit.MILLISECONDS)) process.destroyForcibly();
            process.waitFor();
            Run uninstall = arioso("bridge", "uninstall");
            assertEquals(0, uninstall.exit(), uninstall.err());
            assertEquals(before, Trees.of(home), "seed 11, round " + round + ", killed after " + patienceMs + " ms");
        }
    }

    @Test
    void somebodyElsesJarBecomesABundleWithThePresetsInIt() throws Exception {
        Path jar = EffectJar.of("com.example.Soft", """
            package com.example;
            import io.arioso.sdk.*;
            import io.arioso.sdk.parameter.*;
            @PluginInfo(id = "com.example.soft", name = "Söft & Warm", vendor = "Example", version = "2.0.0",
                category = PluginCategory.DISTORTION)
            public final class Soft extends AudioEffect {
                private final FloatParameter drive = parameter(FloatParameter.decibels("drive", "Drive", 0, 24, 6));
                @Override public AudioProcessor prepare(ProcessSetup setup) {
                    return context -> { };
                }
            }
            """, Map.of("presets/hot.json", """
            {"format": "arioso-preset", "formatVersion": 1, "plugin": "com.example.soft", "name": "Hot",
             "state": {"version": "2.0.0", "values": {"drive": 20}}}
            """), program.home().resolve("lib"), folder.resolve("söft.jar"));
        JsonValue bundle = json(arioso("bundle", jar.toString(), "-o", "fremd", "--format", "clap,lv2", "--json"));
        assertEquals("Example Söft & Warm", bundle.get("name").text());
        Path out = folder.resolve("fremd");
        BundleTable table = BundleTable.read(out.resolve("Example Söft & Warm.arioso"));
        assertEquals("Hot", table.effects().get(0).presets().get(0).name());
        assertEquals(1, table.effects().get(0).controls());
        assertEquals("Fx|Distortion", table.effects().get(0).vst3Categories());
        try (Stream<Path> roots = Files.list(out)) {
            assertEquals(List.of("Example Söft & Warm.arioso", "Example Söft & Warm.clap", "Example Söft & Warm.lv2"),
                roots.map(path -> path.getFileName().toString()).sorted().toList());
        }
        Path twin = Files.copy(jar, folder.resolve("zwilling.jar"));
        Run both = arioso("bundle", jar.toString(), twin.toString(), "-o", "nichts");
        assertEquals(4, both.exit());
        assertTrue(both.err().contains("both hold com.example.soft"), both.err());
        Path installed = home.resolve(".clap/Example Söft & Warm.clap");
        assertEquals(0, arioso("bundle", jar.toString(), "--install", "--format", "clap").exit());
        assertTrue(Files.exists(installed));
        assertEquals(0, arioso("bridge", "uninstall", "Example Söft & Warm").exit());
        assertTrue(Files.notExists(home.resolve(".clap")));
    }

    @Test
    void aBrokenJarLeavesNothingButItsReason() throws Exception {
        Path broken = Files.write(folder.resolve("kaputt.jar"), new byte[] {'P', 'K', 3, 4});
        Path failing = EffectJar.of("com.example.Never", """
            package com.example;
            import io.arioso.sdk.*;
            @PluginInfo(id = "com.example.never", name = "Never", vendor = "Example", version = "1.0.0")
            public final class Never extends AudioEffect {
                public Never() { throw new IllegalStateException("not today"); }
                @Override public AudioProcessor prepare(ProcessSetup setup) { return null; }
            }
            """, Map.of(), program.home().resolve("lib"), folder.resolve("never.jar"));
        for (Path jar : List.of(broken, failing, folder.resolve("fehlt.jar"))) {
            Run run = arioso("bundle", jar.toString(), effect("eq").toString(), "-o", "leer", "--name", "X");
            assertEquals(4, run.exit(), run.err());
            assertTrue(run.err().contains(jar.getFileName().toString()) || run.err().contains("com.example.never"), run.err());
            assertTrue(Files.notExists(folder.resolve("leer")));
        }
    }

    @Test
    void aPresetThatTheEffectRefusesIsNamed() throws Exception {
        Path presets = Files.createDirectories(folder.resolve("presets/io.arioso.eq"));
        Files.writeString(presets.resolve("x.json"), """
            {"format": "arioso-preset", "formatVersion": 1, "plugin": "io.arioso.eq", "name": "Bad",
             "state": {"version": "1.1.0", "values": {"band1_freq": 1e9}}}
            """);
        Run run = arioso("bundle", effect("eq").toString(), "--presets", "presets", "-o", "leer");
        assertEquals(4, run.exit(), run.err());
        assertTrue(run.err().contains("refuses its preset \"Bad\": "), run.err());
        Files.writeString(presets.resolve("x.json"), "{{");
        assertEquals(4, arioso("bundle", effect("eq").toString(), "--presets", "presets", "-o", "leer").exit());
        assertTrue(Files.notExists(folder.resolve("leer")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnInputFault() throws Exception {
        Run run = arioso("bundle", effect("eq").toString(), "-o", "/proc/arioso");
        assertEquals(3, run.exit(), run.err());
        Path file = Files.writeString(folder.resolve("eine Datei"), "");
        assertEquals(3, arioso("bundle", effect("eq").toString(), "-o", file.toString()).exit());
    }

    @Test
    void whatIsNoBundleOfOursIsNotReplacedEvenByForce() throws Exception {
        Path theirs = Files.createDirectories(folder.resolve("voll/Arioso.lv2"));
        Files.writeString(theirs.resolve("manifest.ttl"), "theirs");
        Run run = arioso("bundle", effect("eq").toString(), "-o", "voll", "--name", "Arioso", "--force");
        assertEquals(5, run.exit(), run.err());
        assertEquals(List.of(theirs.resolve("manifest.ttl")), Trees.files(folder.resolve("voll")));
    }

    @Test
    void aBundleWithItsOwnJavaNeedsNoOther() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "jlink")),
            "skipped: a bundle with its own Java (the Java of this test has no jlink)");
        Run bundle = arioso("bundle", effect("eq").toString(), "-o", "mit Java", "--with-runtime", "--format", "clap",
            "--name", "EQ");
        assertEquals(0, bundle.exit(), bundle.err());
        Path clap = folder.resolve("mit Java/EQ.clap");
        byte[] java = new byte[4096];
        assertEquals(1, NativeLibrary.getInstance(clap.toString()).getFunction("arioso_shim_java")
            .invokeInt(new Object[] {java, java.length}));
        String library = new String(java, StandardCharsets.UTF_8).split("\0")[0];
        assertTrue(library.endsWith("mit Java/EQ.arioso/runtime/lib/server/libjvm.so"), library);
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "cc"))),
            "skipped: a CLAP host on a bundle with its own Java (there is no C compiler)");
        Path host = folder.resolve("claphost");
        Path source = Path.of(System.getProperty("basedir", ".")).resolve("../../native-bridge/src/test/c/claphost.c");
        Run compiled = plain("cc", "-std=gnu11", "-O1", "-o", host.toString(), source.toString(), "-lpthread", "-ldl", "-lm");
        assertEquals(0, compiled.exit(), compiled.out());
        // In another locale than UTF-8 Java cannot open paths with umlauts, and no option changes that.
        Run parameters = plain("env", "-i", "LC_ALL=C.UTF-8", host.toString(), "params", clap.toString(), "io.arioso.eq");
        assertEquals(0, parameters.exit(), parameters.out());
        assertTrue(parameters.out().contains("\"Band 1 frequency\""), parameters.out());
    }

    private static Run plain(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running: " + Arrays.toString(command));
        return new Run(process.exitValue(), said, "");
    }
}
