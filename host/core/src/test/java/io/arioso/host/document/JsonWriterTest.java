package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void layoutIsTwoSpacesALevelAndAMemberALine() {
        String text = new JsonWriter().object().field("a", 1).name("b").array().number(1.5).nothing().object().end()
            .end()
            .name("tags").texts(List.of("x", "y")).field("on", true).end().toString();
        assertEquals("""
            {
              "a": 1,
              "b": [
                1.5,
                null,
                {}
              ],
              "tags": ["x", "y"],
              "on": true
            }
            """, text);
    }

    @Test
    void everyTextReadsBack() throws DocumentException {
        String text = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029äß€😀";
        JsonValue read = Json.parse("test", new JsonWriter().array().text(text).end().toBytes());
        assertEquals(text, read.elements().get(0).text());
    }

    @Test
    void documentOfTheMostTokensIsWrittenAndRead() throws DocumentException {
        JsonWriter most = new JsonWriter().object().name("a").array();
        for (int number = 0; number < Json.MAX_TOKENS - 10; number++) most.number(0);
        byte[] bytes = most.end().name("b").texts(List.of("x", "y")).end().toBytes();
        JsonValue read = Json.parse("most", bytes);
        assertEquals(Json.MAX_TOKENS, read.tokens());
        byte[] again = new JsonWriter().verbatim(read).toBytes();
        assertEquals(Json.MAX_TOKENS, Json.parse("again", again).tokens());
    }

    @Test
    void whatCouldNotBeReadIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> new JsonWriter().text("\ud800"));
        assertThrows(IllegalArgumentException.class, () -> new JsonWriter().text("\udc00\ud800"));
        assertThrows(IllegalArgumentException.class, () -> new JsonWriter().number(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new JsonWriter().text("t".repeat(Json.MAX_TEXT + 1)));
        assertThrows(IllegalArgumentException.class, () -> new JsonWriter().object()
            .name("n".repeat(Json.MAX_NAME + 1)));
        assertThrows(IllegalStateException.class, () -> new JsonWriter().object().toBytes());
        JsonWriter deep = new JsonWriter();
        for (int level = 0; level < Json.MAX_DEPTH; level++) deep.array();
        assertThrows(IllegalArgumentException.class, deep::array);
        JsonWriter many = new JsonWriter().array();
        for (int number = 0; number < Json.MAX_TOKENS - 1; number++) many.number(0);
        assertThrows(IllegalArgumentException.class, () -> many.end().toBytes());
        JsonWriter large = new JsonWriter().array();
        String longest = "t".repeat(Json.MAX_TEXT);
        for (int text = 0; text <= Json.MAX_BYTES / Json.MAX_TEXT; text++) large.text(longest);
        assertThrows(IllegalArgumentException.class, () -> large.end().toBytes());
    }
}
