package io.arioso.bridge;

import com.sun.jna.Pointer;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the shim calls: the door between C and Java. One per class loader, that is, per bundle in a process.
 *
 * <p>No exception leaves it but from {@link #process} and {@link #reset}, where the shim counts it and lets audio pass:
 * elsewhere a failure becomes a refusal, with its reason in {@link #fault}. The context class loader is the bundle's
 * while a call of the main thread lasts, and the host's afterwards.
 */
public final class Bridge {
    private static final System.Logger LOGGER = System.getLogger(Bridge.class.getName());
    private static final ThreadLocal<String> FAULT = ThreadLocal.withInitial(() -> "");

    private static BundledEffects effects;
    private static InstalledFormats formats;
    /** By handle; replaced, never changed, so that audio threads read it without a lock. */
    private static volatile Instance[] instances = new Instance[0];

    private Bridge() {
    }

    /** One open instance. */
    private static final class Instance {
        private final BridgedPlugin plugin;
        private final BridgeHost host;
        private volatile AudioBlock block;

        Instance(BridgedPlugin plugin, BridgeHost host) {
            this.plugin = plugin;
            this.host = host;
        }
    }

    /**
     * Reads the bundle and writes Java's functions over the shim's tables; harmless if it was done before. A format that
     * cannot be installed does not keep the others from it. [main-thread]
     *
     * @param resources the bundle's folder of table, jars and presets
     * @param tables addresses of the formats' tables in the order of {@code shim_format}; 0 for none
     */
    static synchronized boolean start(String resources, long[] tables) {
        return formats != null || succeeds(() -> {
            effects = new BundledEffects(BundleTable.read(Path.of(resources)));
            formats = InstalledFormats.into(tables);
        });
    }

    /** Makes an instance. [main-thread] Returns its handle, -1 if it cannot be made. */
    static synchronized int open(int format, String effectId, long face, long detail) {
        int handle = freeHandle();
        boolean made = succeeds(() -> {
            PluginFormat wanted = formats.get(format);
            BridgedPlugin plugin = effects.open(effectId, Formats.keysOf(format));
            BridgeHost host = null;
            try {
                host = wanted.open(handle, plugin, new Pointer(face), detail);
                plugin.attach(host);
            } catch (Throwable failure) {
                if (host != null) succeeds(host::close);
                succeeds(plugin::close);
                throw failure;
            }
            put(handle, new Instance(plugin, host));
        });
        return made ? handle : -1;
    }

    /** Prepares an instance for the block's shape; events in the block are taken over first. [main-thread] */
    static boolean activate(int handle, ByteBuffer memory, double sampleRate, boolean offline) {
        return succeeds(() -> {
            Instance instance = instances[handle];
            AudioBlock block = new AudioBlock(memory);
            BusLayout layout = new BusLayout(block.channels(), block.sidechainChannels());
            instance.plugin.activate(block, sampleRate, layout, offline);
            instance.block = block;
        });
    }

    /** Ends an activation; the block's memory is gone afterwards. [main-thread] */
    static void deactivate(int handle) {
        Instance instance = instances[handle];
        instance.block = null;
        succeeds(instance.plugin::deactivate);
    }

    /** Renders what is in the block. [audio-thread] */
    static void process(int handle) {
        Instance instance = instances[handle];
        instance.plugin.process(instance.block);
    }

    /** Forgets all past sound. [audio-thread] */
    static void reset(int handle) {
        instances[handle].plugin.reset();
    }

    /** Ends an instance. [main-thread] */
    static synchronized void close(int handle) {
        Instance instance = instances[handle];
        put(handle, null);
        succeeds(instance.host::close);
        succeeds(instance.plugin::close);
    }

    /** Why the last call by this thread refused: one sentence, empty if it did not. [main-thread] */
    static String fault() {
        return FAULT.get();
    }

    /** The open instance of a handle; null if there is none. [any-thread] */
    public static BridgedPlugin plugin(int handle) {
        Instance[] all = instances;
        Instance instance = handle < 0 || handle >= all.length ? null : all[handle];
        return instance == null ? null : instance.plugin;
    }

    private static int freeHandle() {
        Instance[] all = instances;
        for (int handle = 0; handle < all.length; handle++) if (all[handle] == null) return handle;
        return all.length;
    }

    private static void put(int handle, Instance instance) {
        Instance[] changed = Arrays.copyOf(instances, Math.max(instances.length, handle + 1));
        changed[handle] = instance;
        instances = changed;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static boolean succeeds(Step step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bridge.class.getClassLoader());
        try {
            step.run();
            FAULT.set("");
            return true;
        } catch (Throwable failure) {
            FAULT.set(sentenceOf(failure));
            LOGGER.log(Level.WARNING, FAULT.get());
            LOGGER.log(Level.DEBUG, "the failure above", failure);
            return false;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What an expected failure says of itself; of others also what they are. */
    static String sentenceOf(Throwable failure) {
        boolean speaks = failure.getMessage() != null
            && (failure instanceof IOException || failure instanceof RuntimeException);
        return speaks ? failure.getMessage() : failure.toString();
    }
}
