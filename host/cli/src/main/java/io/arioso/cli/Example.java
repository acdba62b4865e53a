package io.arioso.cli;

/**
 * A command line that a help text shows and a test runs.
 *
 * @param purpose what it is for, in a few words
 * @param command as it is typed into a POSIX shell, beginning with {@code arioso}; may have pipes and {@code >}
 */
public record Example(String purpose, String command) {
}
