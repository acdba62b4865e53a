package io.arioso.plugins.reverb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads an AIFF or AIFF-C file up to its samples. */
final class AiffHeader {
    private static final int MOST = 1 << 16;

    private AiffHeader() {
    }

    /**
     * Passes over everything in front of the samples.
     *
     * @throws IllegalArgumentException naming what is wrong with the file
     */
    static PcmStretch find(ChunkStream chunks) throws IOException {
        PcmFormat format = null;
        while (chunks.next()) {
            if (chunks.id().equals("COMM")) {
                format = format(chunks.content(18, MOST));
            } else if (!chunks.id().equals("SSND")) {
                chunks.skip();
            } else if (format == null) {
                throw new IllegalArgumentException("is damaged: its samples stand in front of their format");
            } else {
                return samples(chunks, format);
            }
        }
        throw new IllegalArgumentException("is damaged: it has no samples");
    }

    private static PcmStretch samples(ChunkStream chunks, PcmFormat format) throws IOException {
        if (chunks.length() < 8) throw new IllegalArgumentException("is damaged: its samples have no header");
        long offset = chunks.take(8).getInt() & 0xFFFF_FFFFL;
        long rest = chunks.length() - 8;
        if (offset > 0) {
            throw new IllegalArgumentException("has its samples shifted by " + offset + " bytes; it takes 0");
        }
        return PcmStretch.of(format, rest);
    }

    private static PcmFormat format(ByteBuffer content) {
        int channels = content.getShort() & 0xFFFF;
        content.getInt();
        int bits = content.getShort() & 0xFFFF;
        double rate = extended(content.getShort(), content.getLong());
        String encoding = content.remaining() < 4 ? "NONE" : letters(content);
        return switch (encoding) {
            case "NONE", "twos" -> new PcmFormat(channels, rate, bits, false, ByteOrder.BIG_ENDIAN);
            case "sowt" -> new PcmFormat(channels, rate, bits, false, ByteOrder.LITTLE_ENDIAN);
            case "fl32", "FL32" -> new PcmFormat(channels, rate, 32, true, ByteOrder.BIG_ENDIAN);
            case "fl64", "FL64" -> new PcmFormat(channels, rate, 64, true, ByteOrder.BIG_ENDIAN);
            default -> throw new IllegalArgumentException("is encoded as AIFF-C \""
                + encoding.replaceAll("[^ -~]", "?") + "\"; it takes integers and floats");
        };
    }

    private static String letters(ByteBuffer content) {
        byte[] letters = new byte[4];
        content.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** An 80-bit number: sign and exponent, then a fraction whose first bit is the whole one. */
    private static double extended(short exponent, long fraction) {
        double unsigned = (fraction >>> 1) * 2.0 + (fraction & 1);
        return exponent < 0 ? -1 : StrictMath.scalb(unsigned, (exponent & 0x7FFF) - 16_383 - 63);
    }
}
