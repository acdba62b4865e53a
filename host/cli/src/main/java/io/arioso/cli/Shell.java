package io.arioso.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Everything that a command sees of the world around it; a test gives its own.
 *
 * @param in standard input
 * @param out standard output: data only
 * @param err standard error: talk
 * @param variables the environment
 * @param folder what relative paths start from; empty for the process's own
 * @param distribution folder of the installed program, which holds {@code plugins} and {@code presets}
 * @param terminal whether somebody reads standard error as it appears
 * @param nanoClock a clock for speeds and remaining times
 * @param interrupted becomes true when the user ends the command
 */
record Shell(InputStream in, PrintStream out, PrintStream err, Map<String, String> variables, Path folder,
             Path distribution, boolean terminal, LongSupplier nanoClock, AtomicBoolean interrupted) {
    /** System property that the launcher sets to the folder of the installed program. */
    static final String HOME_PROPERTY = "arioso.home";

    /** The world of this process. */
    static Shell ofProcess() {
        AtomicBoolean interrupted = new AtomicBoolean();
        return new Shell(new InterruptibleInput(new FileInputStream(FileDescriptor.in), interrupted),
            utf8(new FileOutputStream(FileDescriptor.out)), utf8(new FileOutputStream(FileDescriptor.err)),
            System.getenv(), Path.of(""), programFolder(), standardErrorIsATerminal(), System::nanoTime, interrupted);
    }

    /** A world of streams and variables only, in which nobody watches. */
    static Shell of(InputStream in, OutputStream out, OutputStream err, Map<String, String> variables) {
        return new Shell(in, utf8(out), utf8(err), variables, Path.of(""), programFolder(), false, System::nanoTime,
            new AtomicBoolean());
    }

    /** This world seen from another folder. */
    Shell inFolder(Path newFolder) {
        return new Shell(in, out, err, variables, newFolder, distribution, terminal, nanoClock, interrupted);
    }

    /** This world with another program folder. */
    Shell distributedIn(Path newDistribution) {
        return new Shell(in, out, err, variables, folder, newDistribution, terminal, nanoClock, interrupted);
    }

    /** This world with somebody watching, and a clock. */
    Shell watched(LongSupplier newClock) {
        return new Shell(in, out, err, variables, folder, distribution, true, newClock, interrupted);
    }

    /**
     * The path that a user typed.
     *
     * @throws CommandFailure if it can be none
     */
    Path path(String typed) throws CommandFailure {
        try {
            return folder.resolve(typed);
        } catch (InvalidPathException impossible) {
            throw new CommandFailure(ExitCode.USAGE, "\"" + typed + "\" is no path: " + impossible.getReason());
        }
    }

    /** The user's own folder. */
    Path home() {
        return Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /** Whether colours are wanted: somebody watches, and neither NO_COLOR nor a dumb terminal says no. */
    boolean colour() {
        return terminal && variables.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(variables.get("TERM"));
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** Without the launcher: two levels above the jar, as in the distribution; never the current folder. */
    private static Path programFolder() {
        String home = System.getProperty(HOME_PROPERTY, "");
        if (!home.isEmpty()) return Path.of(home);
        Path jar = Path.of(URI.create(Shell.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return jar.getParent().toAbsolutePath().getParent();
    }

    /** Java only says whether input and output are a terminal, not the stream that people read here. */
    private static boolean standardErrorIsATerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        try {
            if (!Files.exists(descriptor)) return System.console() != null;
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException unknown) {
            return false; // nothing is drawn for nobody
        }
    }
}
