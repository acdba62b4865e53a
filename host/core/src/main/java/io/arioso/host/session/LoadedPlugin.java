package io.arioso.host.session;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.sdk.AudioPlugin;

/**
 * A live plug-in, what the catalog says of it, and how to let go of it.
 *
 * @param descriptor identity, version, jar and hash
 * @param plugin the instance
 * @param release closes the instance and lets go of its code
 */
public record LoadedPlugin(PluginDescriptor descriptor, AudioPlugin plugin, Runnable release) implements AutoCloseable {

    /** An instance that a {@code PluginLibrary} made. */
    public static LoadedPlugin of(PluginInstance instance) {
        return new LoadedPlugin(instance.descriptor(), instance.plugin(), instance::close);
    }

    /** Closes the instance. [main-thread] */
    @Override
    public void close() {
        release.run();
    }
}
