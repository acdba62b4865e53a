package io.arioso.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command without a verb: says what there is. */
@Command(name = "arioso", synopsisSubcommandLabel = "COMMAND",
    header = "Arioso: audio effects in Java, on the command line.")
final class RootVerb extends Verb {
    @Option(names = {"-V", "--version"}, description = "Show the version.")
    private boolean version;

    RootVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        if (version) {
            shell().out().println("arioso " + Version.text());
            return ExitCode.OK;
        }
        spec().commandLine().usage(shell().err());
        return ExitCode.USAGE;
    }

    @Override
    List<Example> examples() {
        return List.of(
            new Example("make a song to play with", "arioso demo -o demo"),
            new Example("master it",
                "arioso render demo/mix.wav -o song.wav --chain \"eq:hp=30Hz | limiter:ceiling=-1dBTP\""
                + " --target -14LUFS --bits 24 --dither tpdf"),
            new Example("measure the result", "arioso analyze song.wav"));
    }
}
