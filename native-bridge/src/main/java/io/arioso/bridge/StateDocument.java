package io.arioso.bridge;

import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.state.PluginState;

/**
 * The state of one instance as DAWs keep it: a preset document, the same in all formats, so that what one format has
 * saved another loads and {@code arioso preset show} reads it. The name is that of the preset last loaded, the effect's
 * before the first; what this version does not know of a document stays in it. Calls of one instance must not overlap.
 */
final class StateDocument {
    private static final String SOURCE = "the saved state";

    private final AudioPlugin plugin;
    private final String id;
    private final String version;
    private Preset last;

    StateDocument(AudioPlugin plugin, String id, String name, String version) {
        this.plugin = plugin;
        this.id = id;
        this.version = version;
        last = Preset.of(id, name, PluginState.builder(version).build());
    }

    /** The document; equal states give equal bytes. */
    byte[] save() {
        return last.withState(plugin.save()).toBytes();
    }

    /** Name of the preset last loaded. */
    String presetName() {
        return last.name();
    }

    /**
     * Takes over a document's bytes.
     *
     * @throws DocumentException with one sentence if they are not acceptable; the old state then stands
     */
    void load(byte[] bytes) throws DocumentException {
        if (bytes.length == 0) throw new DocumentException(SOURCE, "it is empty");
        load(Preset.parse(SOURCE, bytes));
    }

    /** As {@link #load(byte[])}, of a document that was read. */
    void load(Preset document) throws DocumentException {
        if (!document.plugin().equals(id))
            throw new DocumentException(SOURCE, "it is of " + document.plugin() + ", not of " + id);
        PluginState before = plugin.save();
        try {
            PluginState state = document.state();
            plugin.load(state.version().isEmpty() || state.version().equals(version) ? state : plugin.migrate(state));
        } catch (IllegalArgumentException refused) {
            plugin.load(before); // a plug-in should have left it as it was
            throw new DocumentException(SOURCE, String.valueOf(refused.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            plugin.load(before);
            throw new DocumentException(SOURCE, id + " failed with " + failed.getClass().getName());
        }
        last = document;
    }
}
