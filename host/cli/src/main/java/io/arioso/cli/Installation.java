package io.arioso.cli;

import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginFolders;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.preset.PresetStore;
import io.arioso.host.session.ChainBuilder;
import io.arioso.host.session.InstalledPlugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The plug-ins and presets that a command can see. Nothing is looked for before it is asked for. */
final class Installation {
    private final Shell shell;
    private PluginCatalog catalog;
    private PluginLibrary library;

    Installation(Shell shell) {
        this.shell = shell;
    }

    List<Path> pluginFolders() {
        return PluginFolders.standard(shell.distribution(), shell.variables(), shell.home());
    }

    /** Where copies of loaded jars and the scan cache live. */
    Path cacheFolder() {
        return PluginFolders.cache(shell.variables(), shell.home());
    }

    synchronized PluginCatalog catalog() {
        if (catalog == null) catalog = PluginCatalog.scan(pluginFolders(), cacheFolder());
        return catalog;
    }

    synchronized PluginLibrary library() {
        if (library == null) library = new PluginLibrary(cacheFolder());
        return library;
    }

    /** The user's folder first, then the distribution's. */
    List<Path> presetFolders() {
        return List.of(PresetStore.userFolder(shell.variables(), shell.home()),
            shell.distribution().toAbsolutePath().resolve("presets"));
    }

    PresetStore presets() {
        return new PresetStore(presetFolders());
    }

    /** The id that a user means: of an installed effect, or of one that only has presets. */
    String idOf(String typed, PresetStore store) throws PluginException, IOException {
        return store.plugins().contains(typed) ? typed : catalog().find(typed).id();
    }

    ChainBuilder chains() {
        return new ChainBuilder(new InstalledPlugins(catalog(), library()), presets());
    }
}
