package io.arioso.host.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON documents: the one place where a JSON parser is set up.
 *
 * <p>Strict UTF-8 JSON only: no comments, no trailing commas or tokens, no duplicate names, no NaN, no byte order mark,
 * no half surrogate pairs. Bounded in every direction, so that a hostile file costs little time and memory. Documents
 * hold data and never names of classes: nothing here can create an object of a type that a document asks for.
 */
public final class Json {
    /** Deepest nesting. */
    public static final int MAX_DEPTH = 64;
    /** Most characters of a number. */
    public static final int MAX_NUMBER = 64;
    /** Most characters of a text; a blob in base64 counts as one. */
    public static final int MAX_TEXT = 1 << 20;
    /** Most characters of a name. */
    public static final int MAX_NAME = 256;
    /** Most bytes of a document; 20 s of four channels at 192 kHz, an impulse response, have 61 million in base64. */
    public static final int MAX_BYTES = 64 << 20;
    /** Most names, values, braces and brackets together; keeps the memory of the tree near that of the file. */
    public static final int MAX_TOKENS = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER)
            .maxStringLength(MAX_TEXT)
            .maxNameLength(MAX_NAME)
            .maxDocumentLength(MAX_BYTES)
            .maxTokenCount(MAX_TOKENS)
            .build())
        .build();

    private Json() {
    }

    /**
     * Reads a file. [main-thread]
     *
     * @throws DocumentException if it is no acceptable JSON; names the backup, if there is a readable one
     * @throws IOException if the file cannot be read
     */
    public static JsonValue read(Path file) throws IOException {
        byte[] bytes = bytesOf(file);
        try {
            return parse(file.toString(), bytes);
        } catch (DocumentException broken) {
            throw backupIsReadable(file)
                ? broken.with("; the version before it is kept in " + SafeFile.backupOf(file)) : broken;
        }
    }

    /**
     * Reads a document that is already in memory. [any-thread]
     *
     * @param name what errors call the document
     */
    public static JsonValue parse(String name, byte[] bytes) throws DocumentException {
        if (bytes.length > MAX_BYTES) throw tooLarge(name, bytes.length);
        JsonSource source = new JsonSource(name, bytes);
        refuseOtherEncodings(source, bytes);
        return new JsonTree(FACTORY, source, bytes).read();
    }

    private static byte[] bytesOf(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file))
            throw new DocumentException(file.toString(), "is no file but a folder or a device");
        if (Files.size(file) > MAX_BYTES) throw tooLarge(file.toString(), Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static boolean backupIsReadable(Path file) {
        Path backup = SafeFile.backupOf(file);
        if (!Files.isRegularFile(backup)) return false;
        try {
            parse(backup.toString(), bytesOf(backup));
            return true;
        } catch (IOException unreadable) {
            return false; // then there is nothing to point the user to
        }
    }

    private static DocumentException tooLarge(String name, long bytes) {
        return new DocumentException(name, bytes + " bytes is above the " + MAX_BYTES + " bytes of a document");
    }

    /** The parser would detect UTF-16 and UTF-32 by itself; we keep one encoding, so that bytes mean one thing. */
    private static void refuseOtherEncodings(JsonSource source, byte[] bytes) throws DocumentException {
        int first = bytes.length > 0 ? bytes[0] & 0xFF : '{';
        int second = bytes.length > 1 ? bytes[1] & 0xFF : ' ';
        if (first == 0xEF && second == 0xBB)
            throw source.fault(0, "expected UTF-8 without a byte order mark, found one");
        if (first == 0xFE || first == 0xFF || first == 0 || second == 0)
            throw source.fault(0, "expected UTF-8, found UTF-16 or UTF-32");
    }
}
