package io.arioso.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints the completion script. */
@Command(name = "completion", header = "Print a completion script for bash and zsh.",
    description = "Put this into ~/.bashrc:  source <(arioso completion)%n"
        + "zsh runs autoload -U bashcompinit; bashcompinit before.")
final class CompletionVerb extends Verb {
    CompletionVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        shell().out().println(AutoComplete.bash("arioso", Commands.all(shell())));
        return ExitCode.OK;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("a file for /etc/bash_completion.d", "arioso completion > arioso.bash"));
    }
}
