package io.arioso.host.daw;

import io.arioso.host.plugin.PluginFolders;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the bridge sees of the world around it.
 *
 * @param program folder of the installed program
 * @param version the program's version
 * @param variables the environment
 * @param home the user's own folder
 */
public record DawWorld(Path program, String version, Map<String, String> variables, Path home) {

    /** Where a DAW looks for a user's own plug-ins of a format. */
    public Path folder(DawFormat format) {
        return home.resolve("." + format.word());
    }

    /** Where the record of installed bundles lives: {@code ${XDG_DATA_HOME:-~/.local/share}/arioso/bridge}. */
    public Path records() {
        return PluginFolders.data(variables, home).resolve("bridge");
    }
}
