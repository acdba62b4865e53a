package io.arioso.host.session;

/** Where a chain gets its plug-ins from; the catalog of installed plug-ins is one, a list of fakes another. */
@FunctionalInterface
public interface PluginSource {

    /**
     * A new instance of a plug-in. [main-thread] The caller closes it.
     *
     * @param nameOrId eternal id or its last segment, as a user typed it
     * @param version the version it must be, empty for the newest
     * @throws ChainException saying what is missing and what there is instead
     */
    LoadedPlugin create(String nameOrId, String version) throws ChainException;
}
