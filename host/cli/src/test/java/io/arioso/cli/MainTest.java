package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
    }

    @Test
    void versionIsTheBuilds() {
        for (String option : List.of("--version", "-V")) {
            Result result = world.run(option);
            assertEquals(0, result.code());
            assertTrue(result.out().matches("arioso \\d+\\.\\d+\\.\\d+\\S*\n"), result.out());
        }
    }

    @Test
    void nothingAndMisspelledVerbsAreUsageErrorsOnStandardError() {
        Result nothing = world.run();
        assertEquals(2, nothing.code());
        assertEquals("", nothing.out());
        assertTrue(nothing.err().contains("Examples:"), nothing.err());
        Result misspelled = world.run("rendre");
        assertEquals(2, misspelled.code());
        assertTrue(misspelled.err().contains("render"), misspelled.err());
        Result option = world.run("render", "a.wav", "--chian", "eq");
        assertTrue(option.err().contains("--chain"), option.err());
        assertTrue(option.err().contains("Try: arioso render --help"), option.err());
    }

    @Test
    void coloursNeedATerminalAndNoObjection() {
        assertTrue(help().out().contains("\u001b["), "a terminal gets colours");
        world.variables.put("NO_COLOR", "1");
        assertFalse(help().out().contains("\u001b["));
        world.variables.remove("NO_COLOR");
        world.variables.put("TERM", "dumb");
        assertFalse(help().out().contains("\u001b["));
    }

    private Result help() {
        return world.run(InputStream.nullInputStream(), shell -> shell.watched(System::nanoTime), "render", "--help");
    }

    @Test
    void completionIsAScriptThatBashUnderstands() throws IOException, InterruptedException {
        String script = world.run("completion").out();
        for (String word : List.of("render", "--max-true-peak", "preset", "show", "--out-dir", "uninstall",
            "--with-runtime"))
            assertTrue(script.contains(word), word);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")),
            "skipped: there is no /bin/bash to read the script");
        Process bash = new ProcessBuilder("/bin/bash", "-n").redirectErrorStream(true).start();
        try (var in = bash.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String complaints = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), complaints);
    }

    @Test
    void smallVerbsLoadNoLargeLibraries() throws IOException, InterruptedException {
        List<String> version = classesOf("--version");
        assertFalse(version.stream().anyMatch(name -> name.startsWith("picocli") || name.startsWith("io.arioso.host")),
            "--version loads nothing: " + version.size());
        List<String> plugins = classesOf("plugins", "--json");
        assertTrue(plugins.contains("io.arioso.host.plugin.PluginCatalog"));
        for (String library : List.of("tools.jackson", "com.sun.jna", "org.jtransforms",
            "io.arioso.host.audiofile.AudioFiles"))
            assertEquals(List.of(), plugins.stream().filter(name -> name.startsWith(library)).toList());
    }

    @Test
    void endedProcessTidiesUp() throws IOException, InterruptedException {
        world.sine("long.wav", 120, -12);
        List<String> before = world.files();
        Process process = start(List.of(), "render", "long.wav", "-o", "out.wav", "--chain", "limiter", "--target",
            "-20");
        while (process.isAlive() && world.files().stream().noneMatch(name -> name.endsWith(".part"))) Thread.sleep(5);
        // SIGTERM goes the way of Ctrl-C and, unlike it, cannot be ignored by whoever runs the tests.
        process.toHandle().destroy();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(128 + 15, process.waitFor(), told);
        assertTrue(told.contains("interrupted; nothing was written"), told);
        assertEquals(before, world.files());
    }

    private Process start(List<String> options, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"),
            "-Darioso.home=" + root.resolve("program"), Main.class.getName()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(world.folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(world.variables);
        return builder.start();
    }

    private List<String> classesOf(String... args) throws IOException, InterruptedException {
        Process process = start(List.of("-Xlog:class+load:file=" + root.resolve("classes.log")), args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return Files.readAllLines(root.resolve("classes.log")).stream()
            .map(line -> line.replaceFirst("^(\\[[^\\]]*\\])+ ", "").replaceFirst(" .*", "")).toList();
    }
}
