package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A host written in C for a test: compiled from {@code src/test/c} when first asked for, then run as a process of its
 * own, so that a crash fails one test and no more.
 *
 * <pre>{@code
 * TestHost host = TestHost.compiled("claphost.c");
 * String said = host.withEnvironment("ARIOSO_JAVA_HOME", "/nowhere").run("scan", bundle.toString()).succeeded().out();
 * }</pre>
 */
public final class TestHost {
    private static final Path SOURCES = Path.of("src", "test", "c");
    private static final Path PROGRAMS = Path.of("target", "test-hosts");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<List<String>, Path> COMPILED = new HashMap<>();

    private final Path program;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * What a run has left.
     *
     * @param command what was run
     * @param exit its exit code; above 128 for a signal, -1 if it was ended because its time was up
     * @param out what it wrote to its standard output
     * @param errors what it wrote to its standard error
     */
    public record Run(List<String> command, int exit, String out, String errors) {

        /** This run, which must have ended with 0 in time; all that it said otherwise fails the test. */
        public Run succeeded() {
            if (exit != 0) fail(String.join(" ", command) + " ended with " + exit + "\n" + out + errors);
            return this;
        }
    }

    private TestHost(Path program, Map<String, String> environment, Duration patience) {
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /**
     * A host compiled from C; the calling test is skipped with a printed sentence where there is no compiler.
     *
     * @param source a file of {@code src/test/c}
     * @param options more arguments for the compiler, for example libraries
     */
    public static synchronized TestHost compiled(String source, String... options) {
        List<String> asked = new ArrayList<>(List.of(source));
        asked.addAll(List.of(options));
        Path program = COMPILED.computeIfAbsent(asked, TestHost::compile);
        return new TestHost(program, Map.of(), PATIENCE);
    }

    /** Whether this machine has a command. */
    public static boolean has(String command) {
        return Path.of(command).isAbsolute() ? Files.isExecutable(Path.of(command))
            : List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** A command of this machine; the calling test is skipped with a printed sentence if it is missing. */
    public static TestHost installed(String command) {
        assumeCommand(command);
        return new TestHost(Path.of(command), Map.of(), PATIENCE);
    }

    /** The program's file, for one that is started by another. */
    public Path program() {
        return program;
    }

    /** The same host with one more variable in its environment. */
    public TestHost withEnvironment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new TestHost(program, more, patience);
    }

    /** The same host with another time limit than 60 s. */
    public TestHost within(Duration limit) {
        return new TestHost(program, environment, limit);
    }

    /** Runs it to its end. Its output goes through files, so a talkative host cannot block. */
    public Run run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return run(command, environment, patience);
    }

    private static Path compile(List<String> asked) {
        assumeCommand("cc");
        Path source = SOURCES.resolve(asked.get(0));
        List<String> options = asked.subList(1, asked.size());
        String name = asked.get(0).replace(".c", "") + (options.isEmpty() ? "" : "-" + options.hashCode());
        Path program = PROGRAMS.resolve(name).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("cc", "-std=gnu11", "-O2", "-g", "-Wall", "-Wextra", "-Werror",
            "-o", program.toString(), source.toString()));
        command.addAll(options);
        command.addAll(List.of("-lpthread", "-ldl", "-lm"));
        makeFolder(PROGRAMS);
        run(command, Map.of(), PATIENCE).succeeded();
        return program;
    }

    private static void assumeCommand(String command) {
        boolean there = has(command);
        if (!there) System.out.println("skipped: this test needs the command " + command + ", which is not installed");
        assumeTrue(there, command + " is not installed");
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException cannot) {
            fail("cannot make " + folder, cannot);
        }
    }

    private static Run run(List<String> command, Map<String, String> environment, Duration patience) {
        try {
            makeFolder(PROGRAMS);
            Path out = Files.createTempFile(PROGRAMS, "run", ".out");
            Path errors = Files.createTempFile(PROGRAMS, "run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            int exit = waitFor(builder.start(), patience);
            Run run = new Run(List.copyOf(command), exit, textOf(out), textOf(errors));
            Files.delete(out);
            Files.delete(errors);
            return run;
        } catch (IOException cannot) {
            return fail("cannot run " + String.join(" ", command), cannot);
        }
    }

    private static int waitFor(Process process, Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return -1;
    }

    private static String textOf(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
