package io.arioso.host.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Writes JSON in one stable layout: two spaces a level, a line a member, numbers in their shortest form. Equal calls
 * give equal bytes. It refuses what {@link Json} would refuse to read, so that nothing is saved that cannot be opened
 * again.
 *
 * <p>One thread; not reusable.
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean named;
    private int tokens;

    private static final class Level {
        private final char close;
        private boolean empty = true;

        Level(char close) {
            this.close = close;
        }
    }

    /** Begins an object. */
    public JsonWriter object() {
        return begin('{', '}');
    }

    /** Begins an array. */
    public JsonWriter array() {
        return begin('[', ']');
    }

    private JsonWriter begin(char open, char close) {
        startValue();
        out.append(open);
        levels.push(new Level(close));
        if (levels.size() > Json.MAX_DEPTH)
            throw new IllegalArgumentException("document: depth " + levels.size() + " is above " + Json.MAX_DEPTH);
        return this;
    }

    /** Ends the innermost object or array. */
    public JsonWriter end() {
        Level level = levels.pop();
        tokens++;
        if (!level.empty) newLine();
        out.append(level.close);
        return this;
    }

    /** Names the next value of an object. */
    public JsonWriter name(String name) {
        if (name.length() > Json.MAX_NAME)
            throw new IllegalArgumentException("document: a name of " + name.length() + " characters is above "
                + Json.MAX_NAME);
        separate();
        tokens++;
        quote(name);
        out.append(": ");
        named = true;
        return this;
    }

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if it is longer than a document may hold, or no valid Unicode
     */
    public JsonWriter text(String text) {
        if (text.length() > Json.MAX_TEXT)
            throw new IllegalArgumentException("document: a text of " + text.length() + " characters is above "
                + Json.MAX_TEXT);
        startValue();
        quote(text);
        return this;
    }

    /**
     * Writes a number.
     *
     * @throws IllegalArgumentException if it is NaN or infinite, for which JSON has no form
     */
    public JsonWriter number(double number) {
        String text = ShortestDecimal.text(number);
        startValue();
        out.append(text);
        return this;
    }

    /** Writes a whole number. */
    public JsonWriter number(long number) {
        startValue();
        out.append(number);
        return this;
    }

    /** Writes true or false. */
    public JsonWriter flag(boolean flag) {
        startValue();
        out.append(flag);
        return this;
    }

    /** Writes null: a value that there is none of. */
    public JsonWriter nothing() {
        startValue();
        out.append("null");
        return this;
    }

    /** Writes texts as an array in one line. */
    public JsonWriter texts(Collection<String> texts) {
        startValue();
        out.append('[');
        tokens += 1 + texts.size();
        boolean first = true;
        for (String text : texts) {
            if (!first) out.append(", ");
            first = false;
            quote(text);
        }
        out.append(']');
        return this;
    }

    /** Writes a value that was read from a document, with the very characters of its source. */
    public JsonWriter verbatim(JsonValue value) {
        startValue();
        tokens += value.tokens() - 1;
        out.append(value.source());
        return this;
    }

    /** Names and writes a text. */
    public JsonWriter field(String name, String text) {
        return name(name).text(text);
    }

    /** Names and writes a number. */
    public JsonWriter field(String name, double number) {
        return name(name).number(number);
    }

    /** Names and writes a whole number. */
    public JsonWriter field(String name, long number) {
        return name(name).number(number);
    }

    /** Names and writes true or false. */
    public JsonWriter field(String name, boolean flag) {
        return name(name).flag(flag);
    }

    /**
     * The finished document in UTF-8, ended by a line feed.
     *
     * @throws IllegalStateException if an object or array is still open
     * @throws IllegalArgumentException if it is larger than a document may be
     */
    public byte[] toBytes() {
        if (tokens > Json.MAX_TOKENS)
            throw new IllegalArgumentException("document: " + tokens + " names and values is above " + Json.MAX_TOKENS);
        byte[] bytes = toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Json.MAX_BYTES)
            throw new IllegalArgumentException("document: " + bytes.length + " bytes is above " + Json.MAX_BYTES);
        return bytes;
    }

    /** The finished document, ended by a line feed. */
    @Override
    public String toString() {
        if (!levels.isEmpty()) throw new IllegalStateException("JSON: " + levels.size() + " levels are still open");
        return out + "\n";
    }

    private void startValue() {
        tokens++;
        if (named) named = false;
        else separate();
    }

    private void separate() {
        Level level = levels.peek();
        if (level == null) return;
        if (!level.empty) out.append(',');
        level.empty = false;
        newLine();
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(levels.size()));
    }

    private void quote(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isSurrogate(c)) {
                if (!isPair(text, at))
                    throw new IllegalArgumentException("document: a text has half a surrogate pair at " + at);
                out.append(c).append(text.charAt(++at));
            } else {
                escaped(c);
            }
        }
        out.append('"');
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                // Line and paragraph separator end a line for some tools.
                boolean hidden = c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029;
                if (hidden) out.append(String.format("\\u%04x", (int) c));
                else out.append(c);
            }
        }
    }
}
