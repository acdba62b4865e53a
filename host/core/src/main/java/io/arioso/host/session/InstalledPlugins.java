package io.arioso.host.session;

import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginLibrary;

/** The plug-ins that were found in folders, as the source of chains. [main-thread] */
public final class InstalledPlugins implements PluginSource {
    private final PluginCatalog catalog;
    private final PluginLibrary library;

    /** Finds in the catalog and loads by the library. */
    public InstalledPlugins(PluginCatalog catalog, PluginLibrary library) {
        this.catalog = catalog;
        this.library = library;
    }

    @Override
    public LoadedPlugin create(String nameOrId, String version) throws ChainException {
        try {
            return LoadedPlugin.of(library.open(catalog.find(version.isEmpty() ? nameOrId : nameOrId + "@" + version)));
        } catch (PluginException missing) {
            throw new ChainException(missing.getMessage(), missing);
        }
    }
}
