package io.arioso.bridge;

import com.sun.jna.Pointer;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the shim calls: the door between C and Java. One per class loader, that is, per bundle in a process.
 *
 * <p>No exception leaves it: a failure becomes a refusal, with its reason in {@link #fault}.
 */
public final class Bridge {
    private static final System.Logger LOGGER = System.getLogger(Bridge.class.getName());

    private static BundledEffects effects;
    private static List<PluginFormat> formats;
    private static volatile Instance[] instances = new Instance[16];
    private static volatile String fault = "";

    private Bridge() {
    }

    /** One open instance. */
    private static final class Instance {
        private final BridgedPlugin plugin;
        private final BridgeHost host;
        private AudioBlock block;

        Instance(BridgedPlugin plugin, BridgeHost host) {
            this.plugin = plugin;
            this.host = host;
        }
    }

    /**
     * Reads the bundle and writes Java's functions over the shim's tables. [main-thread]
     *
     * @param resources the bundle's folder of table, jars and presets
     * @param tables addresses of the formats' tables in the order of {@code shim_format}; 0 for none
     */
    static synchronized boolean start(String resources, long[] tables) {
        return succeeds(() -> {
            effects = new BundledEffects(BundleTable.read(Path.of(resources)));
            formats = Formats.all();
            for (int format = 0; format < tables.length; format++)
                if (tables[format] != 0) formats.get(format).install(new Pointer(tables[format]));
        });
    }

    /** Makes an instance. [main-thread] Returns its handle, -1 if it cannot be made. */
    static synchronized int open(int format, String effectId, long face, long detail) {
        int handle = freeHandle();
        boolean made = succeeds(() -> {
            BridgedPlugin plugin = effects.open(effectId, Formats.keysOf(format));
            BridgeHost host = formats.get(format).open(handle, plugin, new Pointer(face), detail);
            plugin.attach(host);
            instances[handle] = new Instance(plugin, host);
        });
        return made ? handle : -1;
    }

    /** Prepares an instance for the block's shape; events in the block are taken over first. [main-thread] */
    static boolean activate(int handle, ByteBuffer memory, double sampleRate, boolean offline) {
        Instance instance = instances[handle];
        return succeeds(() -> {
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
        instances[handle] = null;
        succeeds(instance.host::close);
        succeeds(instance.plugin::close);
    }

    /** Why the last call here refused: one sentence. [main-thread] */
    static String fault() {
        return fault;
    }

    /** The open instance of a handle; null if there is none. [main-thread] */
    public static BridgedPlugin plugin(int handle) {
        Instance instance = handle < 0 || handle >= instances.length ? null : instances[handle];
        return instance == null ? null : instance.plugin;
    }

    private static int freeHandle() {
        for (int handle = 0; handle < instances.length; handle++) if (instances[handle] == null) return handle;
        instances = Arrays.copyOf(instances, instances.length * 2);
        return instances.length / 2;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static boolean succeeds(Step step) {
        try {
            step.run();
            fault = "";
            return true;
        } catch (Throwable failure) {
            fault = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            LOGGER.log(Level.WARNING, fault);
            return false;
        }
    }
}
