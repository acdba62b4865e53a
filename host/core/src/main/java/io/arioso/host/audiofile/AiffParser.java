package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks through AIFF (Apple 1989) and AIFC (Apple 1991). */
final class AiffParser {
    private static final long UNKNOWN_SIZE = 0xffffffffL;
    private static final int MAX_COMM_BYTES = 1 << 10;

    private final ByteSource source;
    private final FileType type;
    private final ChunkCollector found;
    private SampleFormat format;
    private ByteLayout order = ByteLayout.BIG_ENDIAN;
    private int channels;
    private long commFrames;
    private double sampleRate;
    private long dataStart = -1;
    private long dataSize;

    private AiffParser(ByteSource source, FileType type) {
        this.source = source;
        this.type = type;
        this.found = new ChunkCollector(source);
    }

    /** A reader for a source that starts with FORM and AIFF or AIFC. */
    static AudioReader open(ByteSource source, FileType type) throws IOException {
        return new AiffParser(source, type).parse();
    }

    private AudioReader parse() throws IOException {
        found.readUpTo(12);
        boolean more = true;
        while (more) {
            more = found.visit() && nextChunk();
        }
        if (format == null) {
            throw found.refuse("has no COMM chunk%s", source.seekable() ? "" : " in front of its audio");
        }
        if (dataStart < 0) {
            if (commFrames != 0) {
                throw found.refuse("has no SSND chunk, so no audio");
            }
            dataStart = source.position();
            dataSize = 0;
        }
        long frameBytes = (long) channels * format.bytes();
        if (dataSize != PcmLayout.UNKNOWN && commFrames != UNKNOWN_SIZE && commFrames * frameBytes != dataSize) {
            found.warn("COMM says %,d frames, SSND holds %,d: the smaller counts", commFrames, dataSize / frameBytes);
            dataSize = Math.min(dataSize, commFrames * frameBytes);
        }
        return new PcmLayout(type, format, order, channels, sampleRate, dataStart, dataSize).open(source, found);
    }

    private boolean nextChunk() throws IOException {
        byte[] header = found.readUpTo(8);
        if (header.length < 8) {
            return false;
        }
        String id = new String(header, 0, 4, StandardCharsets.ISO_8859_1);
        long size = ByteBuffer.wrap(header).getInt(4) & 0xffffffffL;
        long start = source.position();
        switch (id) {
            case "COMM" -> readCommon(size);
            case "SSND" -> enterData(size);
            case "FVER" -> {
                // Only one version of AIFC was ever published.
            }
            default -> found.keep(id, size, dataStart < 0);
        }
        long end = start + size + (size & 1);
        boolean inside = source.seekable() ? end <= source.length() : dataStart < 0;
        if (!inside) {
            return false;
        }
        source.position(end);
        return true;
    }

    private void enterData(long size) throws IOException {
        if (dataStart >= 0) {
            found.warn("has more than one SSND chunk: the first counts");
            return;
        }
        byte[] header = found.readUpTo(8);
        if (header.length < 8) {
            throw found.refuse("ends inside its SSND chunk");
        }
        long offset = ByteBuffer.wrap(header).getInt(0) & 0xffffffffL;
        if (size != UNKNOWN_SIZE && offset > Math.max(0, size - 8)) {
            found.warn("SSND says that the audio starts %,d bytes in, but is %,d bytes long: read from its start",
                    offset, size);
            offset = 0;
        }
        if (offset > 0) {
            source.position(source.position() + offset);
        }
        dataStart = source.position();
        dataSize = size == UNKNOWN_SIZE ? PcmLayout.UNKNOWN : Math.max(0, size - 8 - offset);
    }

    private void readCommon(long size) throws IOException {
        if (format != null) {
            found.warn("has more than one COMM chunk: the first counts");
            return;
        }
        byte[] content = found.readUpTo((int) Math.min(size, MAX_COMM_BYTES));
        int needed = type == FileType.AIFC ? 22 : 18;
        if (content.length < needed) {
            throw found.refuse("the COMM chunk has %d bytes, %d are needed", content.length, needed);
        }
        ByteBuffer fields = ByteBuffer.wrap(content);
        channels = fields.getShort() & 0xffff;
        commFrames = fields.getInt() & 0xffffffffL;
        int bits = fields.getShort() & 0xffff;
        sampleRate = ExtendedFloat.read(fields);
        WaveFormat.checkRanges(channels, sampleRate, found);
        String compression = type == FileType.AIFC
                ? new String(content, 18, 4, StandardCharsets.ISO_8859_1) : "NONE";
        format = sampleFormat(compression, bits);
    }

    private SampleFormat sampleFormat(String compression, int bits) throws IOException {
        SampleFormat result = switch (compression) {
            case "NONE", "twos", "sowt" -> SampleFormat.of((bits + 7) / 8 * 8, false);
            case "raw " -> SampleFormat.INT8;
            case "in24", "42ni" -> SampleFormat.INT24;
            case "in32", "23ni" -> SampleFormat.INT32;
            case "fl32", "FL32" -> SampleFormat.FLOAT32;
            case "fl64", "FL64" -> SampleFormat.FLOAT64;
            default -> throw found.refuse("AIFC compression '%s'%s is not supported, only uncompressed audio is",
                    compression, spokenName(compression));
        };
        if (result == null) {
            throw found.refuse("%d bit integers are not supported, only 1 to 32 bit are", bits);
        }
        switch (compression) {
            case "sowt", "42ni", "23ni" -> order = ByteLayout.LITTLE_ENDIAN;
            case "raw " -> order = ByteLayout.OFFSET_8_BIT;
            default -> order = ByteLayout.BIG_ENDIAN;
        }
        return result;
    }

    private static String spokenName(String compression) {
        return switch (compression) {
            case "alaw", "ALAW" -> " (A-law)";
            case "ulaw", "ULAW" -> " (mu-law)";
            case "ima4" -> " (IMA ADPCM)";
            default -> "";
        };
    }
}
