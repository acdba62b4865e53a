package io.arioso.host.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value of a document that was read: knows its place and the very characters that it was written with.
 *
 * <p>Immutable. The asking methods name file, line, column and what was expected when the value is of another kind.
 */
public final class JsonValue {

    /** The kinds of value that JSON has. */
    public enum Kind {
        /** Members by name. */
        OBJECT("an object"),
        /** Values in order. */
        ARRAY("an array"),
        /** A text in double quotes. */
        TEXT("a text"),
        /** A decimal number. */
        NUMBER("a number"),
        /** True or false. */
        FLAG("true or false"),
        /** The word null. */
        NOTHING("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final JsonSource document;
    private final int start;
    private final int end;
    private final Kind kind;
    private final Object content;

    /**
     * A value between two byte offsets; content is a map, a list, a text or a Boolean, and null for the other kinds.
     */
    JsonValue(JsonSource document, int start, int end, Kind kind, Object content) {
        this.document = document;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.content = content;
    }

    /** What kind of value it is. */
    public Kind kind() {
        return kind;
    }

    /** The very characters of the value in its document. */
    public String source() {
        return document.text(start, end);
    }

    /** All members of an object in the order of the document; unmodifiable. */
    @SuppressWarnings("unchecked")
    public Map<String, JsonValue> members() throws DocumentException {
        expect(Kind.OBJECT);
        return (Map<String, JsonValue>) content;
    }

    /** The member of that name. */
    public JsonValue get(String name) throws DocumentException {
        JsonValue member = members().get(name);
        if (member == null) throw fault("expected a member \"" + name + "\" in this object, found none");
        return member;
    }

    /** The member of that name, if there is one. */
    public Optional<JsonValue> find(String name) throws DocumentException {
        return Optional.ofNullable(members().get(name));
    }

    /** The text of the member of that name, or another text where there is no such member. */
    public String text(String name, String otherwise) throws DocumentException {
        JsonValue member = members().get(name);
        return member == null ? otherwise : member.text();
    }

    /** All values of an array; unmodifiable. */
    @SuppressWarnings("unchecked")
    public List<JsonValue> elements() throws DocumentException {
        expect(Kind.ARRAY);
        return (List<JsonValue>) content;
    }

    /** The text. */
    public String text() throws DocumentException {
        expect(Kind.TEXT);
        return (String) content;
    }

    /** The number, which must lie within the range of double. */
    public double number() throws DocumentException {
        expect(Kind.NUMBER);
        double number = Double.parseDouble(source());
        if (Double.isInfinite(number)) throw fault("expected a number within +-1.8e308, found " + source());
        return number;
    }

    /** The whole number, which must lie within the range of int. */
    public int integer() throws DocumentException {
        double number = number();
        if (number != (int) number) throw fault("expected a whole number, found " + source());
        return (int) number;
    }

    /** Whether it is true. */
    public boolean flag() throws DocumentException {
        expect(Kind.FLAG);
        return (Boolean) content;
    }

    /** A fault at the place of this value, to be thrown. */
    public DocumentException fault(String reason) {
        return document.fault(start, reason);
    }

    /** How many names, values, braces and brackets it has, itself included. */
    @SuppressWarnings("unchecked")
    int tokens() {
        int tokens = 1;
        if (kind == Kind.OBJECT) {
            tokens++;
            for (JsonValue member : ((Map<String, JsonValue>) content).values()) tokens += 1 + member.tokens();
        } else if (kind == Kind.ARRAY) {
            tokens++;
            for (JsonValue element : (List<JsonValue>) content) tokens += element.tokens();
        }
        return tokens;
    }

    private void expect(Kind wanted) throws DocumentException {
        if (kind != wanted) throw fault("expected " + wanted.words + ", found " + kind.words);
    }
}
