package io.arioso.host.document;

import io.arioso.host.document.JsonValue.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds the values of one document from the parser's tokens; recursion is bounded by the parser's depth limit. */
final class JsonTree {
    private final JsonFactory factory;
    private final JsonSource source;
    private final byte[] bytes;

    JsonTree(JsonFactory factory, JsonSource source, byte[] bytes) {
        this.factory = factory;
        this.source = source;
        this.bytes = bytes;
    }

    JsonValue read() throws DocumentException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            try {
                return document(parser);
            } catch (JacksonException refused) {
                // A limit that is hit has no place of its own; the parser stands there.
                TokenStreamLocation own = refused.getLocation();
                TokenStreamLocation place = own == null ? parser.currentLocation() : own;
                throw source.fault(place.getByteOffset(), plain(refused.getOriginalMessage()));
            }
        }
    }

    private JsonValue document(JsonParser parser) throws DocumentException {
        if (parser.nextToken() == null) throw source.fault(0, "expected a JSON object, found an empty document");
        JsonValue root = value(parser);
        if (parser.nextToken() != null)
            throw source.fault(start(parser), "expected the end of the document, found " + parser.currentToken());
        return root;
    }

    private JsonValue value(JsonParser parser) throws DocumentException {
        JsonToken token = parser.currentToken();
        int start = start(parser);
        return switch (token) {
            case START_OBJECT -> object(parser, start);
            case START_ARRAY -> array(parser, start);
            case VALUE_STRING -> {
                String text = sound(parser.getString(), start);
                yield new JsonValue(source, start, (int) parser.currentLocation().getByteOffset(), Kind.TEXT, text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new JsonValue(source, start, start + parser.getStringLength(), Kind.NUMBER, null);
            case VALUE_TRUE -> new JsonValue(source, start, start + "true".length(), Kind.FLAG, true);
            case VALUE_FALSE -> new JsonValue(source, start, start + "false".length(), Kind.FLAG, false);
            case VALUE_NULL -> new JsonValue(source, start, start + "null".length(), Kind.NOTHING, null);
            default -> throw source.fault(start, "expected a value, found " + token);
        };
    }

    private JsonValue object(JsonParser parser, int start) throws DocumentException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int nameStart = start(parser);
            String name = sound(parser.currentName(), nameStart);
            if (members.containsKey(name)) throw source.fault(nameStart, "the name \"" + name + "\" stands here twice");
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonValue(source, start, start(parser) + 1, Kind.OBJECT, Collections.unmodifiableMap(members));
    }

    private JsonValue array(JsonParser parser, int start) throws DocumentException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) elements.add(value(parser));
        return new JsonValue(source, start, start(parser) + 1, Kind.ARRAY, Collections.unmodifiableList(elements));
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Half a surrogate pair can be escaped in JSON, but is no character and could not be written again. */
    private String sound(String text, int start) throws DocumentException {
        for (int at = 0; at < text.length(); at++) {
            if (!Character.isSurrogate(text.charAt(at))) continue;
            if (at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) at++;
            else throw source.fault(start, "expected Unicode text, found half a surrogate pair");
        }
        return text;
    }

    /** The parser's sentence without the names of its own methods and sources. */
    private static String plain(String message) {
        return message.replaceAll(", from `[^`]*`", "").replaceAll("(?s) ?\\(start marker at.*", "").strip();
    }
}
