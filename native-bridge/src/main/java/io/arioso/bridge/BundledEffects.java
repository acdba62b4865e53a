package io.arioso.bridge;

import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginLibrary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The effects of a bundle, by id. */
public final class BundledEffects {
    private final BundleTable table;
    private final Map<String, BundledEffect> byId = new LinkedHashMap<>();
    private final PluginLibrary library;
    private final Housekeeper housekeeper = new Housekeeper();
    private final WarmUp warmUp;

    /** The effects of a table, with private copies of their jars in the user's cache. [main-thread] */
    public BundledEffects(BundleTable table) {
        this(table, new PluginLibrary(), WarmUp.LONGEST_NANOS);
    }

    /** The effects of a table, made by a library. [main-thread] */
    public BundledEffects(BundleTable table, PluginLibrary library) {
        this(table, library, WarmUp.LONGEST_NANOS);
    }

    /** The effects of a table, made by a library, with so much time to warm each up. */
    BundledEffects(BundleTable table, PluginLibrary library, long warmUpNanos) {
        this.table = table;
        this.library = library;
        warmUp = new WarmUp(library, warmUpNanos);
        for (BundledEffect effect : table.effects()) byId.put(effect.descriptor().id(), effect);
    }

    /**
     * Makes an instance. [main-thread]
     *
     * @throws IOException with one sentence for the user if it cannot be made
     */
    public BridgedPlugin open(String id, EventValues values) throws IOException {
        BundledEffect effect = byId.get(id);
        if (effect == null)
            throw new IOException("there is no effect " + id + " in the bundle; there are " + byId.keySet());
        PresetBank presets = new PresetBank(id, effect.presets(), table.resources().resolve("presets"));
        try {
            return new BridgedPlugin(library.open(effect.descriptor()), values, presets, housekeeper, warmUp);
        } catch (PluginException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }
}
