package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** A verb with a result, for people or, as JSON, for programs. */
abstract class DataVerb extends Verb {
    private static final int SCHEMA_VERSION = 1;

    @Option(names = "--json", description = "Write the result as JSON to standard output.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Say nothing but errors.")
    private boolean quiet;

    DataVerb(Shell shell) {
        super(shell);
    }

    final boolean json() {
        return json;
    }

    final boolean quiet() {
        return quiet;
    }

    /** Begins the document that {@code --json} writes; the schema's version rises when a member changes its meaning. */
    final JsonWriter beginJson(String schema) {
        return new JsonWriter().object().field("schema", "arioso-" + schema).field("schemaVersion", SCHEMA_VERSION)
            .field("arioso", Version.text());
    }

    /** Ends the document and writes it. */
    final void endJson(JsonWriter document) {
        byte[] bytes = document.end().toString().getBytes(StandardCharsets.UTF_8);
        shell().out().write(bytes, 0, bytes.length);
        shell().out().flush();
    }

    /** Tells whoever watches how it went; a program that listens hears of faults only. */
    final void say(String message) {
        if (!quiet && shell().terminal()) shell().err().println(message);
    }

    /** A line of the result for people. */
    final void print(String line) {
        shell().out().println(line);
    }
}
