package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @TempDir
    private Path folder;

    private static JsonValue parse(String text) throws DocumentException {
        return Json.parse("test.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String text) {
        return assertThrows(DocumentException.class, () -> parse(text), text).getMessage();
    }

    @Test
    void valuesKnowTheirKindPlaceAndCharacters() throws DocumentException {
        JsonValue document = parse("{\"a\": [1.50, \"x\\u0041\", true, null],\n \"ü\": {}}");
        List<JsonValue> elements = document.get("a").elements();
        assertEquals("1.50", elements.get(0).source());
        assertEquals(1.5, elements.get(0).number());
        assertEquals("\"x\\u0041\"", elements.get(1).source());
        assertEquals("xA", elements.get(1).text());
        assertTrue(elements.get(2).flag());
        assertEquals("null", elements.get(3).source());
        assertEquals("{}", document.get("ü").source());
        assertEquals("test.json, line 2, column 7: no", document.get("ü").fault("no").getMessage());
        assertEquals("[1.50, \"x\\u0041\", true, null]", document.get("a").source());
    }

    @Test
    void askingForAnotherKindNamesFileLineColumnAndBothKinds() throws DocumentException {
        JsonValue document = parse("{\n  \"gain\": \"loud\"\n}");
        DocumentException fault = assertThrows(DocumentException.class, () -> document.get("gain").number());
        assertEquals("test.json, line 2, column 11: expected a number, found a text", fault.getMessage());
        assertEquals(2, fault.line());
        assertEquals(11, fault.column());
        assertEquals("test.json, line 1, column 1: expected a member \"name\" in this object, found none",
            assertThrows(DocumentException.class, () -> document.get("name")).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,}", "[1,]", "{\"a\":1}{", "{\"a\":1} x", "{} {}", "{'a':1}",
        "{a:1}",
        "[NaN]", "[Infinity]", "[-Infinity]", "[+1]", "[.5]", "[5.]", "[01]", "// c\n{}", "{}// c", "/* c */{}",
        "# c\n{}",
        "[\"\t\"]", "[\"\\x\"]", "[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "{\"\\ud800\":1}", "[tru]", "nul"})
    void whatIsNotStrictJsonIsRefusedWithItsPlace(String text) {
        assertTrue(refusal(text).startsWith("test.json, line "), refusal(text));
    }

    @Test
    void duplicateNamesAreRefusedByNameAndPlace() {
        assertEquals("test.json, line 2, column 2: the name \"a\" stands here twice",
            refusal("{\"a\": 1,\n \"a\": 2}"));
    }

    @Test
    void otherEncodingsThanPlainUtf8AreRefused() {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
            byte[] bytes = "{\"a\": 1}".getBytes(java.nio.charset.Charset.forName(charset));
            assertThrows(DocumentException.class, () -> Json.parse("test.json", bytes), charset);
        }
        assertTrue(refusal("\uFEFF{}").contains("byte order mark"));
        byte[] latin1 = "{\"a\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(DocumentException.class, () -> Json.parse("test.json", latin1));
    }

    @Test
    void limitsHoldAtTheirBound() throws DocumentException {
        parse("[".repeat(64) + "]".repeat(64));
        assertTrue(refusal("[".repeat(65) + "]".repeat(65)).contains("column 66: Document nesting depth (65)"),
            refusal("[".repeat(65)));
        parse("[" + "1".repeat(64) + "]");
        assertTrue(refusal("[" + "1".repeat(65) + "]").contains("64"));
        parse("{\"" + "n".repeat(256) + "\": 1}");
        assertTrue(refusal("{\"" + "n".repeat(257) + "\": 1}").contains("256"));
        parse("[\"" + "t".repeat(1 << 20) + "\"]");
        assertTrue(refusal("[\"" + "t".repeat((1 << 20) + 1) + "\"]").contains("1048576"));
    }

    @Test
    void messagesDoNotSpeakOfTheParser() {
        for (String text : List.of("[".repeat(65), "{\"a\": {\"b\": 1", "[" + "1".repeat(65) + "]")) {
            String message = refusal(text);
            assertFalse(message.contains("`") || message.contains("Source") || message.contains("marker at"), message);
        }
    }

    static Stream<byte[]> hostileDocuments() {
        StringBuilder keys = new StringBuilder("{");
        for (int key = 0; key < 1_000_000; key++) keys.append("\"k").append(key).append("\":0,");
        String million = "1".repeat(1_000_000);
        return Stream.of("[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), keys + "\"z\":0}", "[" + million + "]",
            "[1e" + million + "]", "[0." + million + "]", "{\"" + million + "\":1}", "[" + "0,".repeat(8_000_000)
            + "0]")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("hostileDocuments")
    void hostileDocumentsAreRefusedInBoundedMemory(byte[] bytes) {
        assertThrows(DocumentException.class, () -> Json.parse("warm.json", bytes));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThrows(DocumentException.class, () -> Json.parse("hostile.json", bytes));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated + bytes.length <= 32 << 20, allocated + " bytes besides the " + bytes.length
            + " of the file");
    }

    @Test
    void hundredMegabytesAreRefusedUnread() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100 << 20);
        }
        IOException refused = assertThrows(DocumentException.class, () -> Json.read(file));
        assertTrue(refused.getMessage().contains("104857600 bytes is above the " + Json.MAX_BYTES), refused.getMessage());
    }

    @Test
    void foldersAndDevicesAreNoDocuments() {
        assertThrows(DocumentException.class, () -> Json.read(folder));
        assertThrows(DocumentException.class, () -> Json.read(Path.of("/dev/zero")));
    }

    @Test
    void brokenFileNamesItsReadableBackup() throws IOException {
        Path file = folder.resolve("chain.json");
        SafeFile.write(file, "{}\n".getBytes(StandardCharsets.UTF_8));
        SafeFile.write(file, "[]\n".getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, "{\"a");
        String message = assertThrows(DocumentException.class, () -> Json.read(file)).getMessage();
        assertTrue(message.endsWith("; the version before it is kept in " + folder.resolve("chain.json~")), message);
        Files.writeString(folder.resolve("chain.json~"), "broken too");
        String alone = assertThrows(DocumentException.class, () -> Json.read(file)).getMessage();
        assertFalse(alone.contains("kept in"), alone);
    }

    @Test
    void numbersBeyondDoubleAreRefusedWhenAskedFor() throws DocumentException {
        JsonValue huge = parse("[1e999]").elements().get(0);
        assertThrows(DocumentException.class, huge::number);
        assertThrows(DocumentException.class, () -> parse("[1.5]").elements().get(0).integer());
        assertThrows(DocumentException.class, () -> parse("[3000000000]").elements().get(0).integer());
        assertEquals(1000, parse("[1e3]").elements().get(0).integer());
    }
}
