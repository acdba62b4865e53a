package io.arioso.host.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Members of an object that this version of Arioso does not know: kept as they were read and written back, so that a
 * file of a newer version survives. Immutable.
 */
public final class Fields {
    /** No members. */
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, JsonValue> members;

    private Fields(Map<String, JsonValue> members) {
        this.members = members;
    }

    /** The members of an object whose names are not known. */
    public static Fields unknown(JsonValue object, Set<String> known) throws DocumentException {
        Map<String, JsonValue> rest = new LinkedHashMap<>(object.members());
        rest.keySet().removeAll(known);
        return rest.isEmpty() ? NONE : new Fields(rest);
    }

    /** Names of the members in the order of their document. */
    public Set<String> names() {
        return Set.copyOf(members.keySet());
    }

    /** Writes the members behind those already written. */
    public void writeTo(JsonWriter out) {
        members.forEach((name, value) -> out.name(name).verbatim(value));
    }
}
