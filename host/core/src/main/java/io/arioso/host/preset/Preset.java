package io.arioso.host.preset;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.DocumentFormat;
import io.arioso.host.document.Fields;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.document.SafeFile;
import io.arioso.host.document.StateJson;
import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One saved state of one plug-in, with a name. Immutable.
 *
 * <p>A state that does not name a parameter means its default, so a preset written by hand lists only what differs.
 */
public final class Preset {
    /** The head of a preset file. */
    public static final DocumentFormat FORMAT = new DocumentFormat("arioso-preset", 1);

    private static final Set<String> MEMBERS =
        Set.of("format", "formatVersion", "plugin", "name", "description", "tags", "state");

    private final String plugin;
    private final String name;
    private final String description;
    private final List<String> tags;
    private final PluginState state;
    private final Fields unknown;
    private final Fields unknownOfState;

    private Preset(String plugin, String name, String description, List<String> tags, PluginState state,
            Fields unknown, Fields unknownOfState) {
        this.plugin = plugin;
        this.name = name;
        this.description = description;
        this.tags = List.copyOf(tags);
        this.state = state;
        this.unknown = unknown;
        this.unknownOfState = unknownOfState;
    }

    /** A new preset without description and tags. */
    public static Preset of(String plugin, String name, PluginState state) {
        if (name.isBlank()) throw new IllegalArgumentException("preset name: \"" + name + "\" is empty");
        return new Preset(plugin, name.strip(), "", List.of(), state, Fields.NONE, Fields.NONE);
    }

    /** This preset with another description. */
    public Preset describedAs(String newDescription) {
        return new Preset(plugin, name, newDescription, tags, state, unknown, unknownOfState);
    }

    /** This preset with other tags. */
    public Preset tagged(List<String> newTags) {
        return new Preset(plugin, name, description, newTags, state, unknown, unknownOfState);
    }

    /** This preset with another state. */
    public Preset withState(PluginState newState) {
        return new Preset(plugin, name, description, tags, newState, unknown, unknownOfState);
    }

    /** Id of the plug-in that it is for. */
    public String plugin() {
        return plugin;
    }

    /** Name shown to users. */
    public String name() {
        return name;
    }

    /** A sentence or two on what it is for; may be empty. */
    public String description() {
        return description;
    }

    /** Words to search by. */
    public List<String> tags() {
        return tags;
    }

    /** What it sets. */
    public PluginState state() {
        return state;
    }

    /** Reads a preset file. [main-thread] */
    public static Preset read(Path file) throws IOException {
        return of(Json.read(file));
    }

    /** Reads a preset that is in memory; errors call it by that name. [any-thread] */
    public static Preset parse(String source, byte[] bytes) throws DocumentException {
        return of(Json.parse(source, bytes));
    }

    private static Preset of(JsonValue document) throws DocumentException {
        FORMAT.check(document);
        List<String> tags = new ArrayList<>();
        Optional<JsonValue> listed = document.find("tags");
        if (listed.isPresent()) for (JsonValue tag : listed.get().elements()) tags.add(tag.text());
        JsonValue name = document.get("name");
        if (name.text().isBlank()) throw name.fault("expected a name, found an empty text");
        JsonValue state = document.get("state");
        return new Preset(document.get("plugin").text(), name.text(), document.text("description", ""), tags,
            StateJson.read(state), Fields.unknown(document, MEMBERS), StateJson.unknown(state));
    }

    /** The bytes of the preset file; equal presets have equal bytes. [any-thread] */
    public byte[] toBytes() {
        JsonWriter out = new JsonWriter().object();
        FORMAT.writeTo(out);
        out.field("plugin", plugin).field("name", name);
        if (!description.isEmpty()) out.field("description", description);
        if (!tags.isEmpty()) out.name("tags").texts(tags);
        StateJson.write(out.name("state"), state, unknownOfState);
        unknown.writeTo(out);
        return out.end().toBytes();
    }

    /** Writes the preset file. [main-thread] */
    public void write(Path file) throws IOException {
        SafeFile.write(file, toBytes());
    }
}
