package io.arioso.cli;

import io.arioso.host.preset.Preset;
import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.ChainException;
import io.arioso.host.session.LiveSlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves settings of one effect as a preset. */
@Command(name = "save", header = "Save settings of one effect as a preset of yours.")
final class PresetSaveVerb extends DataVerb {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the preset.")
    private String name;

    @Parameters(index = "1", paramLabel = "EFFECT:SETTINGS",
        description = "The effect and its settings, as in a chain.")
    private String slot;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private String description = "";

    @Option(names = "--tag", paramLabel = "WORD", description = "A word to search by; may be given several times.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--force", description = "Replace a preset of that name.")
    private boolean force;

    PresetSaveVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, ChainException, CommandFailure {
        if (name.isBlank()) throw misuse("NAME: \"" + name + "\" is empty");
        Installation installation = new Installation(shell());
        try (BuiltChain chain = ChainChoice.of(slot, shell()).build(installation)) {
            if (chain.slots().size() != 1)
                throw misuse("a preset is of one effect; \"" + slot + "\" has " + chain.slots().size());
            LiveSlot effect = chain.slots().get(0);
            Preset preset = Preset.of(effect.pluginId(), name, effect.plugin().save()).describedAs(description)
                .tagged(tags);
            Path file = installation.presets().save(preset, force);
            if (json()) endJson(beginJson("preset-save").field("plugin", preset.plugin()).field("name", preset.name())
                .field("file", file.toString()));
            else say("Saved " + file);
        }
        return ExitCode.OK;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("a preset of your own", "arioso preset save \"Rumble out\" \"eq:hp=35Hz\""),
            new Example("with words to find it by",
                "arioso preset save Loud \"limiter:gain=6dB\" --description \"For the club\" --tag loud --tag club "
                + "--force"));
    }
}
