package io.arioso.cli;

/** What the command says to the shell that called it. */
public enum ExitCode {
    /** Everything was done. */
    OK(0, "done"),
    /** Some of several files or checks failed. */
    SOME_FAILED(1, "some of several files or checks failed"),
    /** The command line was not understood. */
    USAGE(2, "the command line was not understood"),
    /** An input could not be read, or an output could not be written. */
    INPUT(3, "an input could not be read or an output not be written"),
    /** A plug-in, preset or chain is missing, broken or failed. */
    PLUGIN(4, "a plug-in, preset or chain is missing or failed"),
    /** An output exists and {@code --force} was not given. */
    OUTPUT_EXISTS(5, "an output exists (--force replaces it)"),
    /** A file was written but missed a bound that was asked for. */
    QUALITY(6, "the result missed a quality bound"),
    /** Interrupted by the user. */
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }

    /** One line for help texts. */
    public String meaning() {
        return meaning;
    }
}
