package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.preset.Preset;
import io.arioso.host.preset.PresetStore;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists presets. */
@Command(name = "list", header = "List presets, of all effects or of one.")
final class PresetListVerb extends DataVerb {
    @Parameters(arity = "0..1", paramLabel = "EFFECT", description = "Name or id of an effect.")
    private String effect;

    PresetListVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException {
        Installation installation = new Installation(shell());
        PresetStore store = installation.presets();
        List<String> ids = effect == null ? store.plugins() : List.of(installation.idOf(effect, store));
        JsonWriter out = json() ? beginJson("presets").name("presets").array() : null;
        TextTable table = new TextTable();
        for (String id : ids)
            for (PresetStore.Entry entry : store.list(id)) {
                if (entry.preset().isEmpty()) warn(entry.fault());
                if (out == null && entry.preset().isPresent()) row(table, entry, entry.preset().get());
                if (out != null) write(out, id, entry);
            }
        table.lines().forEach(this::print);
        if (out != null) endJson(out.end());
        return ExitCode.OK;
    }

    private static void row(TextTable table, PresetStore.Entry entry, Preset preset) {
        table.row(preset.plugin(), preset.name(), entry.byUser() ? "user" : "factory", preset.description());
    }

    private static void write(JsonWriter out, String id, PresetStore.Entry entry) {
        out.object().field("plugin", id).field("file", entry.file().toString()).field("byUser", entry.byUser());
        if (entry.preset().isPresent()) {
            Preset preset = entry.preset().get();
            out.field("name", preset.name()).field("description", preset.description()).name("tags")
                .texts(preset.tags());
        } else {
            out.field("error", entry.fault());
        }
        out.end();
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("all presets", "arioso preset list"),
            new Example("those of one effect, for a program", "arioso preset list eq --json"));
    }
}
