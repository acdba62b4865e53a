package io.arioso.host.document;

import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a plug-in as JSON:
 * <pre>{@code
 * {"version": "1.0.0", "values": {"gain": -3.5, "on": true, "type": "bell"}, "blobs": {"ir": "base64"}}
 * }</pre>
 *
 * <p>Names are sorted, numbers are in their shortest form, empty {@code blobs} are left out: equal states give equal
 * bytes.
 * Infinities are the texts {@code "inf"} and {@code "-inf"}; a text that happens to be one of these is written as
 * {@code {"text": "inf"}}.
 */
public final class StateJson {
    private static final Set<String> MEMBERS = Set.of("version", "values", "blobs");
    private static final Set<String> INFINITIES = Set.of("inf", "-inf");

    private StateJson() {
    }

    /** Reads a state; members that are not known are left out, see {@link #unknown}. [any-thread] */
    public static PluginState read(JsonValue object) throws DocumentException {
        PluginState.Builder state = PluginState.builder(object.get("version").text());
        Optional<JsonValue> values = object.find("values");
        if (values.isPresent())
            for (Map.Entry<String, JsonValue> value : values.get().members().entrySet())
                state.value(value.getKey(), value(value.getValue()));
        Optional<JsonValue> blobs = object.find("blobs");
        if (blobs.isPresent())
            for (Map.Entry<String, JsonValue> blob : blobs.get().members().entrySet())
                state.blob(blob.getKey(), bytes(blob.getValue()));
        return state.build();
    }

    /** The members of a state that this version of Arioso does not know. [any-thread] */
    public static Fields unknown(JsonValue object) throws DocumentException {
        return Fields.unknown(object, MEMBERS);
    }

    /**
     * Writes a state as the next value. [any-thread]
     *
     * @param unknown members of a newer version to write back
     */
    public static void write(JsonWriter out, PluginState state, Fields unknown) {
        out.object().field("version", state.version());
        out.name("values").object();
        state.values().forEach((id, value) -> write(out.name(id), value));
        out.end();
        if (!state.blobIds().isEmpty()) {
            out.name("blobs").object();
            for (String id : state.blobIds()) out.field(id, Base64.getEncoder().encodeToString(state.blob(id)));
            out.end();
        }
        unknown.writeTo(out);
        out.end();
    }

    private static void write(JsonWriter out, StateValue value) {
        if (value instanceof StateValue.Number number) {
            if (Double.isInfinite(number.value())) out.text(number.value() > 0 ? "inf" : "-inf");
            else out.number(number.value());
        } else if (value instanceof StateValue.Flag flag) {
            out.flag(flag.value());
        } else if (value instanceof StateValue.Text text) {
            if (INFINITIES.contains(text.value())) out.object().field("text", text.value()).end();
            else out.text(text.value());
        }
    }

    private static StateValue value(JsonValue value) throws DocumentException {
        return switch (value.kind()) {
            case NUMBER -> new StateValue.Number(value.number());
            case FLAG -> new StateValue.Flag(value.flag());
            case TEXT -> switch (value.text()) {
                case "inf" -> new StateValue.Number(Double.POSITIVE_INFINITY);
                case "-inf" -> new StateValue.Number(Double.NEGATIVE_INFINITY);
                default -> new StateValue.Text(value.text());
            };
            case OBJECT -> new StateValue.Text(value.get("text").text());
            default -> throw value.fault("expected a number, a text, true or false");
        };
    }

    private static byte[] bytes(JsonValue value) throws DocumentException {
        try {
            return Base64.getDecoder().decode(value.text());
        } catch (IllegalArgumentException notBase64) {
            throw value.fault("expected bytes in base64: " + notBase64.getMessage());
        }
    }
}
