package io.arioso.bridge.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java of a bundle's own: what the bridge, the effects and the editor need of the one that runs here. */
public final class JlinkedRuntime {
    /**
     * The modules. Effects may use all of {@code java.base}; JavaFX needs {@code java.desktop} and
     * {@code jdk.unsupported}; engines count allocations through {@code jdk.management}.
     */
    static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.xml",
        "java.management", "jdk.management", "jdk.unsupported");
    private static final int MINUTES = 5;

    private JlinkedRuntime() {
    }

    /**
     * Writes it into a folder that does not exist yet. [main-thread] Takes some seconds.
     *
     * @param jdk home of a development kit
     * @throws IOException in one sentence if it is none, or with what its tool said
     */
    public static void write(Path jdk, Path folder) throws IOException {
        Path tool = jdk.resolve("bin").resolve("jlink");
        if (!Files.isExecutable(tool))
            throw new IOException(jdk + " is no development kit (it has no jlink), so no Java can be put into the bundle;"
                + " install a JDK and set ARIOSO_JAVA_HOME to its folder");
        Process process = new ProcessBuilder(tool.toString(), "--add-modules", String.join(",", MODULES),
            "--strip-debug", "--no-header-files", "--no-man-pages", "--generate-cds-archive", "--output",
            folder.toString())
            .redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int code = await(process);
        if (code != 0) throw new IOException(tool + " failed: " + said.lines().findFirst().orElse("exit code " + code));
        // The second archive serves heaps beyond 32 GB, which no bundle asks for.
        Files.deleteIfExists(folder.resolve("lib").resolve("server").resolve("classes_nocoops.jsa"));
        for (String needed : List.of("lib/server/libjvm.so", "bin/java"))
            if (!Files.exists(folder.resolve(needed))) throw new IOException(tool + " made a Java without " + needed);
    }

    private static int await(Process process) throws IOException {
        try {
            if (process.waitFor(MINUTES, TimeUnit.MINUTES)) return process.exitValue();
            process.destroyForcibly();
            throw new IOException("jlink was still busy after " + MINUTES + " minutes");
        } catch (InterruptedException ended) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while jlink was busy", ended);
        }
    }
}
