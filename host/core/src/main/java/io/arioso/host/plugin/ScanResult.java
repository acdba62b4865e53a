package io.arioso.host.plugin;

import java.nio.file.Path;

/** What a scan says of one plug-in, or of one jar that holds none that can be used. */
public sealed interface ScanResult {

    /** The file that was scanned, absolute. */
    Path jar();

    /**
     * A plug-in that can be loaded, as far as its class files tell.
     *
     * @param plugin what it declares
     */
    record Available(PluginDescriptor plugin) implements ScanResult {
        @Override
        public Path jar() {
            return plugin.jar();
        }
    }

    /**
     * A jar, or one plug-in in it, that the host refuses.
     *
     * @param jar the file, absolute
     * @param reason a sentence that a user can act on, without control or bidi characters
     */
    record Broken(Path jar, String reason) implements ScanResult {
    }
}
