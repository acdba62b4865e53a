package io.arioso.host.plugin;

import io.arioso.sdk.AudioPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes plug-in instances. All instances of one jar share a class loader, which goes with the last of them.
 *
 * <p>What goes wrong inside a plug-in's constructor, be it an {@code OutOfMemoryError}, becomes a
 * {@link PluginException}. [main-thread] Calls from several threads wait for each other.
 */
public final class PluginLibrary {
    private final JarStore copies;
    private final Map<String, SharedJar> jars = new HashMap<>();

    /** A library that keeps its private copies in {@link PluginFolders#cache()}. */
    public PluginLibrary() {
        this(PluginFolders.cache());
    }

    /**
     * A library with its private copies elsewhere.
     *
     * @param copies folder for copies of loaded jars; if it cannot be written, a temporary one takes its place
     */
    public PluginLibrary(Path copies) {
        this.copies = new JarStore(copies);
    }

    /**
     * Loads a plug-in's code, unless an instance of the same jar is alive, and makes one instance. [main-thread]
     *
     * <p>The jar may be replaced or deleted afterwards. The constructor runs with the jar's loader as context class
     * loader.
     *
     * @return the instance, to be closed by the caller
     * @throws PluginException if the jar is gone or differs from the one scanned, or if the plug-in fails
     */
    public synchronized PluginInstance open(PluginDescriptor plugin) throws PluginException {
        SharedJar jar = acquire(plugin);
        try {
            AudioPlugin made = construct(plugin, jar.loader);
            return new PluginInstance(plugin, made, () -> release(plugin));
        } catch (PluginException failure) {
            release(plugin);
            throw failure;
        }
    }

    /** How many jars are loaded at the moment. */
    public synchronized int loadedJars() {
        return jars.size();
    }

    private SharedJar acquire(PluginDescriptor plugin) throws PluginException {
        SharedJar jar = jars.get(plugin.sha256());
        if (jar == null) {
            try {
                jar = new SharedJar(new PluginClassLoader(copies.copyOf(plugin.jar(), plugin.sha256())));
            } catch (IOException | SecurityException unreadable) {
                throw new PluginException(plugin.coordinate() + ": cannot read " + plugin.jar() + ": "
                    + FaultText.of(unreadable), plugin.id());
            }
            jars.put(plugin.sha256(), jar);
        }
        jar.users++;
        return jar;
    }

    private synchronized void release(PluginDescriptor plugin) {
        SharedJar jar = jars.get(plugin.sha256());
        if (--jar.users > 0) return;
        jars.remove(plugin.sha256());
        jar.loader.close();
    }

    private static AudioPlugin construct(PluginDescriptor plugin, ClassLoader loader) throws PluginException {
        try (ContextLoader context = new ContextLoader(loader)) {
            return (AudioPlugin) loader.loadClass(plugin.className()).getConstructor().newInstance();
        } catch (Throwable failure) {
            // Text only: the Throwable's class belongs to the plug-in and would hold its loader.
            throw new PluginException(plugin.coordinate() + " cannot be made: " + FaultText.of(failure), plugin.id());
        }
    }

    private static final class SharedJar {
        private final PluginClassLoader loader;
        private int users;

        SharedJar(PluginClassLoader loader) {
            this.loader = loader;
        }
    }
}
