package io.arioso.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Groups the verbs about chains. */
@Command(name = "chain", header = "Show chains of effects.", synopsisSubcommandLabel = "COMMAND")
final class ChainVerb extends Verb implements VerbGroup {
    ChainVerb(Shell shell) {
        super(shell);
    }

    @Override
    public List<Verb> members() {
        return List.of(new ChainShowVerb(shell()));
    }

    @Override
    ExitCode run() {
        throw new ParameterException(spec().commandLine(), "say what: show");
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what a typed chain means", "arioso chain show \"eq:hp=30Hz | limiter\""));
    }
}
