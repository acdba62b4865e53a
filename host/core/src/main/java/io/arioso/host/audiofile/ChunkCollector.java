package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a parser gathers on its way through a file: chunks to keep, within a budget, and warnings.
 *
 * <p>Never allocates from a size in a header: at most what is there, in steps.
 */
final class ChunkCollector {
    /** Bytes of metadata kept at most. */
    static final int BUDGET_BYTES = 16 << 20;
    /** Chunks kept at most. */
    static final int MAX_KEPT = 1000;
    /** Chunks looked at, at most; a file of nothing but empty chunks ends here. */
    static final int MAX_VISITED = 100_000;
    private static final int MAX_WARNINGS = 20;
    private static final int STEP_BYTES = 1 << 16;

    private final ByteSource source;
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int visited;
    private long budget = BUDGET_BYTES;

    ChunkCollector(ByteSource source) {
        this.source = source;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Adds a sentence, prefixed by the file's name. Arguments as for {@link String#format}. */
    void warn(String format, Object... arguments) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(sentence(source, format, arguments));
        }
    }

    /** An exception for this file. */
    AudioFileException refuse(String format, Object... arguments) {
        return new AudioFileException(sentence(source, format, arguments));
    }

    static String sentence(ByteSource source, String format, Object... arguments) {
        return source.name() + ": " + String.format(Locale.ROOT, format, arguments);
    }

    /** Whether four characters can be the name of a chunk: printable ASCII. */
    static boolean isName(String id) {
        return id.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    /** Counts one more chunk; false when the parser should stop looking. */
    boolean visit() {
        if (++visited > MAX_VISITED) {
            warn("more than %,d chunks; the rest is not looked at", MAX_VISITED);
            return false;
        }
        return true;
    }

    /** Reads and keeps a chunk's content, which starts here; what is over budget is skipped with a warning. */
    void keep(String id, long size, boolean beforeAudio) throws IOException {
        if (size < 0 || size > budget) {
            warn("chunk '%s' with %s bytes is over the %,d bytes kept in all: skipped", id,
                    Long.toUnsignedString(size), BUDGET_BYTES);
        } else if (chunks.size() == MAX_KEPT) {
            warn("more than %,d chunks to keep: the rest is skipped", MAX_KEPT);
        } else {
            byte[] data = readUpTo((int) size);
            budget -= data.length;
            if (data.length < size) {
                warn("chunk '%s' promises %,d bytes, file holds %,d: skipped", id, size, data.length);
            } else {
                chunks.add(new Chunk(id, data, beforeAudio));
            }
        }
    }

    /** As much of a small structure as is there. */
    byte[] readUpTo(int size) throws IOException {
        if (source.length() >= 0) {
            long present = Math.max(0, source.length() - source.position());
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, present));
            source.readFully(buffer);
            return trimmed(buffer);
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(size, STEP_BYTES));
        while (source.readFully(buffer) && buffer.position() < size) {
            byte[] grown = Arrays.copyOf(buffer.array(), (int) Math.min(size, 2L * buffer.capacity()));
            buffer = ByteBuffer.wrap(grown).position(buffer.position());
        }
        return trimmed(buffer);
    }

    private static byte[] trimmed(ByteBuffer buffer) {
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }
}
