package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Walks through Sony Wave64: chunks named by GUIDs, 64-bit sizes that include the 24-byte header, 8-byte alignment. */
final class W64Parser {
    /** Behind the four letters in the GUID of every chunk that RIFF has too. */
    static final byte[] LETTERS_GUID_TAIL = HexFormat.of().parseHex("f3acd3118cd100c04f8edb8a");
    static final byte[] RIFF_GUID = HexFormat.of().parseHex("726966662e91cf11a5d628db04c10000");
    static final int HEADER_BYTES = 24;

    private static final Set<String> NOT_KEPT = Set.of("junk", "JUNK", "fact", "levl", "PEAK");
    private static final int MAX_FMT_BYTES = 1 << 12;

    private final ByteSource source;
    private final ChunkCollector found;
    private WaveFormat format;
    private long dataStart = -1;
    private long dataSize;

    private W64Parser(ByteSource source) {
        this.source = source;
        this.found = new ChunkCollector(source);
    }

    /** A reader for a source that starts with the Wave64 GUID. */
    static AudioReader open(ByteSource source) throws IOException {
        return new W64Parser(source).parse();
    }

    private AudioReader parse() throws IOException {
        byte[] start = found.readUpTo(40);
        if (start.length < 40 || !"wave".equals(nameOf(start, 24))) {
            throw found.refuse("is a Wave64 file, but holds no 'wave'");
        }
        boolean more = true;
        while (more) {
            more = found.visit() && nextChunk();
        }
        if (format == null || dataStart < 0) {
            throw found.refuse("has no %s chunk, so no audio", format == null ? "fmt" : "data");
        }
        return new PcmLayout(FileType.W64, format.format(),
                format.format() == SampleFormat.INT8 ? ByteLayout.OFFSET_8_BIT : ByteLayout.LITTLE_ENDIAN,
                format.channels(), format.sampleRate(), dataStart, dataSize).open(source, found);
    }

    /** Four letters for a GUID of the usual kind, else its 32 hexadecimal digits. */
    private static String nameOf(byte[] bytes, int at) {
        return Arrays.equals(bytes, at + 4, at + 16, LETTERS_GUID_TAIL, 0, 12)
                ? new String(bytes, at, 4, StandardCharsets.ISO_8859_1)
                : HexFormat.of().formatHex(bytes, at, at + 16);
    }

    private boolean nextChunk() throws IOException {
        byte[] header = found.readUpTo(HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return false;
        }
        String id = nameOf(header, 0);
        long size = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong(16) - HEADER_BYTES;
        long start = source.position();
        if (id.equals("data") && dataStart < 0) {
            enterData(start, size);
        } else if (size < 0) {
            found.warn("chunk '%s' has an impossible size: the rest of the file is not looked at", id);
            return false;
        } else if (id.equals("fmt ") && format == null) {
            format = WaveFormat.parse(found.readUpTo((int) Math.min(size, MAX_FMT_BYTES)), found);
        } else if (id.equals("fmt ") || id.equals("data")) {
            found.warn("has more than one %s chunk: the first counts", id.trim());
        } else if (!NOT_KEPT.contains(id)) {
            found.keep(id, size, dataStart < 0);
        }
        return moveTo(start, size);
    }

    private void enterData(long start, long size) throws IOException {
        if (format == null) {
            throw found.refuse("has no fmt chunk in front of its audio");
        }
        dataStart = start;
        // A streaming writer leaves 0 or -1, 24 bytes too small for any chunk.
        dataSize = size < 0 ? PcmLayout.UNKNOWN : size;
    }

    private boolean moveTo(long start, long size) throws IOException {
        long end = start + (size + 7 & -8L);
        boolean inside = source.seekable() ? end <= source.length() : dataStart < 0;
        if (size < 0 || end < start || !inside) {
            return false;
        }
        source.position(end);
        return true;
    }
}
