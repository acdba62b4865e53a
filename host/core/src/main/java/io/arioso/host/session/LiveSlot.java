package io.arioso.host.session;

import io.arioso.sdk.AudioPlugin;

/**
 * One slot of a chain with its live plug-in.
 *
 * @param loaded the plug-in; whoever holds the slot closes it
 * @param preset name of the preset that it started from, empty for none
 */
public record LiveSlot(LoadedPlugin loaded, String preset) {

    /** Eternal id of the plug-in. */
    public String pluginId() {
        return loaded.descriptor().id();
    }

    /** Version of the plug-in. */
    public String version() {
        return loaded.descriptor().version();
    }

    /** The instance. */
    public AudioPlugin plugin() {
        return loaded.plugin();
    }
}
