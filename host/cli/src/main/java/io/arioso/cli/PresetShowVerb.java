package io.arioso.cli;

import io.arioso.host.document.Fields;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.document.StateJson;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.preset.Preset;
import io.arioso.host.preset.PresetException;
import io.arioso.host.preset.PresetStore;
import io.arioso.sdk.state.StateValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a preset sets. */
@Command(name = "show", header = "Show what a preset sets.")
final class PresetShowVerb extends DataVerb {
    @Parameters(index = "0", paramLabel = "EFFECT", description = "Name or id of an effect.")
    private String effect;

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the preset or of its file.")
    private String name;

    PresetShowVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException, PresetException {
        Installation installation = new Installation(shell());
        PresetStore store = installation.presets();
        Preset preset = store.find(installation.idOf(effect, store), name);
        if (json()) write(preset);
        else show(preset);
        return ExitCode.OK;
    }

    private void show(Preset preset) {
        print(preset.name() + " for " + preset.plugin() + " " + preset.state().version());
        if (!preset.description().isEmpty()) print(preset.description());
        if (!preset.tags().isEmpty()) print("tags: " + String.join(", ", preset.tags()));
        TextTable table = new TextTable();
        for (Map.Entry<String, StateValue> value : preset.state().values().entrySet())
            table.row("  " + value.getKey(), value.getValue().toString());
        table.lines().forEach(this::print);
    }

    private void write(Preset preset) {
        JsonWriter out = beginJson("preset-show").field("plugin", preset.plugin()).field("name", preset.name())
            .field("description", preset.description());
        out.name("tags").texts(preset.tags()).name("state");
        StateJson.write(out, preset.state(), Fields.NONE);
        endJson(out);
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what the preset Air of the EQ sets", "arioso preset show eq Air"));
    }
}
