package io.arioso.bridge;

import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.state.PluginState;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The state of one instance as DAWs keep it: a preset document, the same in all formats, so that what one format has
 * saved another loads and {@code arioso preset show} reads it. The name is that of the preset last loaded, the effect's
 * before the first; what this version does not know of a document stays in it. Calls of one instance must not overlap.
 */
final class StateDocument {
    private static final System.Logger LOGGER = System.getLogger(StateDocument.class.getName());
    private static final String SOURCE = "the saved state";

    private final AudioPlugin plugin;
    private final String id;
    private final String version;
    private volatile Preset last;

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
        Optional<PluginState> before = savedIfPossible();
        try {
            PluginState state = document.state();
            plugin.load(state.version().isEmpty() || state.version().equals(version) ? state : plugin.migrate(state));
        } catch (Throwable refused) {
            before.ifPresent(this::restore); // a plug-in should have left it as it was
            throw new DocumentException(SOURCE, refused instanceof IllegalArgumentException
                ? String.valueOf(refused.getMessage()) : id + " failed with " + refused.getClass().getName());
        }
        last = document;
    }

    private Optional<PluginState> savedIfPossible() {
        try {
            return Optional.of(plugin.save());
        } catch (RuntimeException | LinkageError broken) {
            return Optional.empty(); // an effect that cannot save may still load and be well again
        }
    }

    private void restore(PluginState before) {
        try {
            plugin.load(before);
        } catch (RuntimeException | LinkageError broken) {
            LOGGER.log(Level.WARNING, "{0} does not take its own state back: {1}", id, broken.getClass().getName());
        }
    }
}
