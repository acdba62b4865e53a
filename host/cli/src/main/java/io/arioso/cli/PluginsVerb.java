package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.ScanResult.Broken;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the plug-ins that are installed, without running any. */
@Command(name = "plugins", header = "List the plug-ins that are installed.")
final class PluginsVerb extends DataVerb {
    PluginsVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Installation installation = new Installation(shell());
        PluginCatalog catalog = installation.catalog();
        if (json()) write(installation, catalog);
        else show(installation, catalog);
        return ExitCode.OK;
    }

    private void show(Installation installation, PluginCatalog catalog) {
        TextTable table = new TextTable();
        for (PluginDescriptor plugin : catalog.list())
            table.row(plugin.shortName(), plugin.version(), PluginJson.category(plugin), plugin.id(),
                plugin.description());
        table.lines().forEach(this::print);
        for (Broken broken : catalog.broken()) warn(broken.jar() + ": " + broken.reason());
        if (catalog.list().isEmpty()) {
            warn("there are no plug-ins in these folders: "
                + String.join(", ", installation.pluginFolders().stream().map(Path::toString).toList()));
        }
    }

    private void write(Installation installation, PluginCatalog catalog) {
        JsonWriter out = beginJson("plugins");
        out.name("folders").texts(installation.pluginFolders().stream().map(Path::toString).toList());
        out.name("plugins").array();
        for (PluginDescriptor plugin : catalog.list()) {
            out.object();
            PluginJson.identity(out, plugin);
            out.end();
        }
        out.end().name("broken").array();
        for (Broken broken : catalog.broken())
            out.object().field("jar", broken.jar().toString()).field("reason", broken.reason()).end();
        endJson(out.end());
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what is installed", "arioso plugins"),
            new Example("the same for a program", "arioso plugins --json"));
    }
}
