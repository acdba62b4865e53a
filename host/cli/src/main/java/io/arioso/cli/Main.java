package io.arioso.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Entry of the command {@code arioso}. */
public final class Main {
    private static final int SECONDS_TO_TIDY_UP = 10;

    private Main() {
    }

    /** Runs the command that the arguments say, and ends the process with its exit code. */
    public static void main(String[] args) {
        Shell shell = Shell.ofProcess();
        System.setOut(System.err); // standard output is for data; what a library or a plug-in prints is none
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyUp(shell, finished)));
        int code = ExitCode.SOME_FAILED.code();
        try {
            code = run(args, shell);
        } finally {
            finished.countDown();
        }
        System.exit(code);
    }

    /**
     * Runs a command inside this process.
     *
     * @param in what the command reads as standard input
     * @param out takes its standard output
     * @param err takes its standard error
     * @param variables its environment
     * @return the exit code
     */
    public static int run(
            String[] args, InputStream in, OutputStream out, OutputStream err, Map<String, String> variables) {
        return run(args, Shell.of(in, out, err, variables));
    }

    static int run(String[] args, Shell shell) {
        try {
            if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
                shell.out().println("arioso " + Version.text()); // without loading anything
                return ExitCode.OK.code();
            }
            int code = Commands.execute(args, shell);
            return shell.interrupted().get() ? ExitCode.INTERRUPTED.code() : code;
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    /** On Ctrl-C: the running verb sees the flag, removes its unfinished files and returns. */
    private static void tidyUp(Shell shell, CountDownLatch finished) {
        shell.interrupted().set(true);
        try {
            if (!finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS))
                shell.err().println("arioso: still busy; ended without tidying up");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
