package io.arioso.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A verb of the command line. */
abstract class Verb implements Callable<Integer> {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Shell shell;

    Verb(Shell shell) {
        this.shell = shell;
    }

    /** Does it. */
    abstract ExitCode run() throws Exception;

    /** What its help shows first; a test runs each of them. */
    abstract List<Example> examples();

    @Override
    public final Integer call() throws Exception {
        return run().code();
    }

    final Shell shell() {
        return shell;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** A complaint about the command line. */
    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Says what went wrong. */
    final void complain(String message) {
        shell.err().println(spec.qualifiedName() + ": " + message);
    }

    /** Says something that the user should look at. */
    final void warn(String message) {
        complain("warning: " + message);
    }
}
