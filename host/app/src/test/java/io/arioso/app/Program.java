package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the packaged program as its user starts it, from another folder. */
final class Program {
    private static final int MINUTES = 2;

    private final Path home;
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    private Program(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** What a run has left. */
    record Run(int exit, String out, String err) {
    }

    /** Copies the program to a new place; commands run in a folder. */
    static Program copy(Path home, Path folder) throws IOException {
        Path packaged = Path.of(System.getProperty("arioso.home"));
        try (Stream<Path> files = Files.walk(packaged)) {
            for (Path file : files.toList()) {
                Path target = home.resolve(packaged.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new Program(home, folder);
    }

    /** Folder of the copy. */
    Path home() {
        return home;
    }

    /** The command. */
    Path command() {
        return home.resolve("bin").resolve("arioso");
    }

    /** Gives all runs from now on a variable. */
    void set(String variable, String value) {
        variables.put(variable, value);
    }

    /** Runs a command to its end with the Java of this test. */
    Run run(String... arguments) throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home")), arguments);
    }

    /** Runs a command to its end with another Java. */
    Run run(Path javaHome, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("arioso", ".out");
        Path err = Files.createTempFile("arioso", ".err");
        try {
            Process process = builder(javaHome, arguments).redirectOutput(out.toFile()).redirectError(err.toFile())
                .start();
            process.getOutputStream().close();
            assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "still running: " + List.of(arguments));
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Begins a command. */
    Process start(String... arguments) throws IOException {
        return builder(Path.of(System.getProperty("java.home")), arguments)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(Path javaHome, String... arguments) {
        List<String> typed = new ArrayList<>(List.of(command().toString()));
        typed.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(typed).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().remove("ARIOSO_JAVA_HOME");
        builder.environment().putAll(variables);
        return builder;
    }
}
