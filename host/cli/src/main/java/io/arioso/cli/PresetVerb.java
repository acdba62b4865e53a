package io.arioso.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups the verbs about presets. */
@Command(name = "preset", header = "List, show and save presets of effects.", synopsisSubcommandLabel = "COMMAND")
final class PresetVerb extends Verb implements VerbGroup {
    PresetVerb(Shell shell) {
        super(shell);
    }

    @Override
    public List<Verb> members() {
        return List.of(new PresetListVerb(shell()), new PresetShowVerb(shell()), new PresetSaveVerb(shell()));
    }

    @Override
    ExitCode run() {
        throw new CommandLine.ParameterException(spec().commandLine(), "say what: list, show or save");
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("all presets", "arioso preset list"));
    }
}
