package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Walks through WAV (RIFF), RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088). */
final class RiffParser {
    /** Room holders, and what follows from the samples and would be wrong after any change of them. */
    private static final Set<String> NOT_KEPT = Set.of("JUNK", "junk", "PAD ", "FLLR", "fact", "PEAK", "levl");
    private static final long SIZE_IN_DS64 = 0xffffffffL;
    /** Writers to pipes that avoid 0xFFFFFFFF state about the greatest positive number. */
    private static final long STREAMING_SIZE = 0x7fff0000L;
    private static final int DS64_BYTES = 24;
    private static final int MAX_FMT_BYTES = 1 << 12;

    private final ByteSource source;
    private final FileType type;
    private final ChunkCollector found;
    private WaveFormat format;
    private long riffSize;
    private long longDataSize = PcmLayout.UNKNOWN;
    private boolean ds64Seen;
    private long dataStart = -1;
    private long dataSize;

    private RiffParser(ByteSource source, FileType type) {
        this.source = source;
        this.type = type;
        this.found = new ChunkCollector(source);
    }

    /** A reader for a source that starts with RIFF, RF64 or BW64 and WAVE. */
    static AudioReader open(ByteSource source, FileType type) throws IOException {
        return new RiffParser(source, type).parse();
    }

    private AudioReader parse() throws IOException {
        riffSize = fields(12).getInt(4) & 0xffffffffL;
        boolean more = true;
        while (more) {
            more = found.visit() && nextChunk();
        }
        if (format == null) {
            throw found.refuse("has no fmt chunk in front of its audio");
        }
        if (dataStart < 0) {
            throw found.refuse("has no data chunk, so no audio");
        }
        return new PcmLayout(type, format.format(),
                format.format() == SampleFormat.INT8 ? ByteLayout.OFFSET_8_BIT : ByteLayout.LITTLE_ENDIAN,
                format.channels(), format.sampleRate(), dataStart, dataSize).open(source, found);
    }

    private ByteBuffer fields(int bytes) throws IOException {
        return ByteBuffer.wrap(found.readUpTo(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Visits one chunk; false at the end of the file or where nothing can follow. */
    private boolean nextChunk() throws IOException {
        ByteBuffer header = fields(8);
        if (header.remaining() < 8) {
            return false;
        }
        String id = new String(header.array(), 0, 4, StandardCharsets.ISO_8859_1);
        if (!ChunkCollector.isName(id)) {
            // Zeros or rubbish, as some programs leave behind the last chunk.
            return false;
        }
        long size = header.getInt(4) & 0xffffffffL;
        long start = source.position();
        switch (id) {
            case "fmt " -> readFormat(size);
            case "ds64" -> readDs64(size);
            case "data" -> size = enterData(start, size);
            default -> {
                if (!NOT_KEPT.contains(id)) {
                    found.keep(id, size, dataStart < 0);
                }
            }
        }
        return moveTo(start, size);
    }

    private boolean moveTo(long start, long size) throws IOException {
        long end = start + size + (size & 1);
        if ((size & 1) == 1 && source.seekable() && unpadded(start + size)) {
            end--;
        }
        boolean inside = source.seekable() ? end <= source.length() : dataStart < 0;
        if (size < 0 || end < start || !inside) {
            return false;
        }
        source.position(end);
        return true;
    }

    /** Whether a writer forgot the zero that fills an odd chunk up, so that the next name is where it should be. */
    private boolean unpadded(long oddEnd) throws IOException {
        if (oddEnd < 0 || oddEnd > source.length() - 8) {
            return false;
        }
        source.position(oddEnd);
        byte[] next = found.readUpTo(4);
        return ChunkCollector.isName(new String(next, StandardCharsets.ISO_8859_1));
    }

    private void readFormat(long size) throws IOException {
        if (format != null) {
            found.warn("has more than one fmt chunk: the first counts");
            return;
        }
        format = WaveFormat.parse(found.readUpTo((int) Math.min(size, MAX_FMT_BYTES)), found);
    }

    private void readDs64(long size) throws IOException {
        if (type == FileType.WAV || ds64Seen) {
            return;
        }
        ByteBuffer sizes = fields((int) Math.min(size, DS64_BYTES));
        if (sizes.remaining() < DS64_BYTES) {
            found.warn("the ds64 chunk has %d bytes, %d are needed: ignored", sizes.remaining(), DS64_BYTES);
            return;
        }
        ds64Seen = true;
        longDataSize = sizes.getLong(8);
    }

    /** Notes where the audio is; returns its size, or the size of all that follows when that is not stated. */
    private long enterData(long start, long size) throws IOException {
        if (dataStart >= 0) {
            found.warn("has more than one data chunk: the first counts");
            return size;
        }
        if (format == null) {
            throw found.refuse("has no fmt chunk in front of its audio");
        }
        dataStart = start;
        dataSize = size;
        if (size == SIZE_IN_DS64) {
            if (type != FileType.WAV && !ds64Seen) {
                found.warn("has no ds64 chunk in front of its audio, which %s needs", type);
            }
            dataSize = ds64Seen ? longDataSize : PcmLayout.UNKNOWN;
        } else if (!source.seekable() && size >= STREAMING_SIZE) {
            dataSize = PcmLayout.UNKNOWN;
        } else if (size == 0 && (riffSize == 0 || riffSize == SIZE_IN_DS64)) {
            // A recorder or renderer that was stopped before it could come back to its header.
            dataSize = PcmLayout.UNKNOWN;
        }
        return dataSize;
    }
}
