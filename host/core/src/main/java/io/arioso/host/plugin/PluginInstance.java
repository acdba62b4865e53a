package io.arioso.host.plugin;

import io.arioso.sdk.AudioPlugin;
import java.lang.System.Logger.Level;

/**
 * One live plug-in and its share of the jar's class loader. [main-thread]
 *
 * <p>Close its processors first, then this. Afterwards nothing here keeps the plug-in's classes.
 */
public final class PluginInstance implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(PluginInstance.class.getName());

    private final PluginDescriptor descriptor;
    private AudioPlugin plugin;
    private Runnable release;

    PluginInstance(PluginDescriptor descriptor, AudioPlugin plugin, Runnable release) {
        this.descriptor = descriptor;
        this.plugin = plugin;
        this.release = release;
    }

    /** What the catalog says of it; stays valid after {@link #close}. */
    public PluginDescriptor descriptor() {
        return descriptor;
    }

    /**
     * The plug-in itself; callers do not keep it beyond {@link #close}.
     *
     * @throws IllegalStateException if this instance was closed
     */
    public AudioPlugin plugin() {
        if (plugin == null) throw new IllegalStateException(descriptor.coordinate() + " was closed");
        return plugin;
    }

    /** Closes the plug-in and lets go of its code; a failure of the plug-in is logged as text. Again does nothing. */
    @Override
    public void close() {
        if (plugin == null) return;
        try (ContextLoader context = new ContextLoader(plugin.getClass().getClassLoader())) {
            plugin.close();
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "{0} failed while closing: {1}", descriptor.coordinate(), FaultText.of(failure));
        } finally {
            plugin = null;
            release.run();
            release = null;
        }
    }
}
