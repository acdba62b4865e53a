package io.arioso.cli;

/** Ends a command with a sentence for the user and an exit code. */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    CommandFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
