package io.arioso.host.session;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.Fields;
import io.arioso.host.document.JsonValue;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.document.StateJson;
import io.arioso.sdk.state.PluginState;
import java.util.Set;

/**
 * One slot of a chain document: a plug-in by id and its state. Immutable.
 *
 * <p>A slot that was read and not changed is written with the very characters that it was read with. So the slot of a
 * plug-in that is not installed, or of one whose state this version cannot understand, survives any number of saves.
 */
public final class SavedSlot {
    private static final Set<String> MEMBERS = Set.of("plugin", "pluginVersion", "preset", "state");

    private final String plugin;
    private final String pluginVersion;
    private final String preset;
    private final JsonValue source;
    private final PluginState state;
    private final Fields unknown;
    private final Fields unknownOfState;

    private SavedSlot(String plugin, String pluginVersion, String preset, JsonValue source, PluginState state,
            Fields unknown, Fields unknownOfState) {
        this.plugin = plugin;
        this.pluginVersion = pluginVersion;
        this.preset = preset;
        this.source = source;
        this.state = state;
        this.unknown = unknown;
        this.unknownOfState = unknownOfState;
    }

    /** A new slot; the preset is a name for people and may be empty. */
    public static SavedSlot of(String plugin, String pluginVersion, String preset, PluginState state) {
        return new SavedSlot(plugin, pluginVersion, preset, null, state, Fields.NONE, Fields.NONE);
    }

    static SavedSlot of(JsonValue object) throws DocumentException {
        return new SavedSlot(object.get("plugin").text(), object.text("pluginVersion", ""), object.text("preset", ""),
            object, null, Fields.unknown(object, MEMBERS), Fields.NONE);
    }

    /**
     * This slot with another state; members that this version does not know stay. [main-thread]
     *
     * @throws DocumentException if the slot was read and its old state is no object
     */
    public SavedSlot withState(String newVersion, String newPreset, PluginState newState) throws DocumentException {
        boolean hadState = source != null && source.find("state").isPresent();
        Fields kept = hadState ? StateJson.unknown(source.get("state")) : unknownOfState;
        return new SavedSlot(plugin, newVersion, newPreset, null, newState, unknown, kept);
    }

    /** Eternal id of the plug-in. */
    public String plugin() {
        return plugin;
    }

    /** Version of the plug-in that the slot was made with; empty if the document does not say. */
    public String pluginVersion() {
        return pluginVersion;
    }

    /** Name of the preset that it started from, for people; empty for none. */
    public String preset() {
        return preset;
    }

    /**
     * The state; all defaults if the document has none. [main-thread]
     *
     * @throws DocumentException if this version cannot understand it; the slot is still saved as it was
     */
    public PluginState state() throws DocumentException {
        if (state != null) return state;
        return source.find("state").isPresent()
            ? StateJson.read(source.get("state")) : PluginState.builder(pluginVersion).build();
    }

    void writeTo(JsonWriter out) {
        if (source != null) {
            out.verbatim(source);
            return;
        }
        out.object().field("plugin", plugin);
        if (!pluginVersion.isEmpty()) out.field("pluginVersion", pluginVersion);
        if (!preset.isEmpty()) out.field("preset", preset);
        StateJson.write(out.name("state"), state, unknownOfState);
        unknown.writeTo(out);
        out.end();
    }
}
