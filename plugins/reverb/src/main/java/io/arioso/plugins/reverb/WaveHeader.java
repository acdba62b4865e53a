package io.arioso.plugins.reverb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a WAV file up to its samples. */
final class WaveHeader {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MOST = 1 << 16;

    private WaveHeader() {
    }

    /**
     * Passes over everything in front of the samples.
     *
     * @throws IllegalArgumentException naming what is wrong with the file
     */
    static PcmStretch find(ChunkStream chunks) throws IOException {
        PcmFormat format = null;
        while (chunks.next()) {
            if (chunks.id().equals("fmt ")) {
                format = format(chunks.content(16, MOST));
            } else if (!chunks.id().equals("data")) {
                chunks.skip();
            } else if (format == null) {
                throw new IllegalArgumentException("is damaged: its samples stand in front of their format");
            } else {
                return PcmStretch.of(format, chunks.length());
            }
        }
        throw new IllegalArgumentException("is damaged: it has no samples");
    }

    private static PcmFormat format(ByteBuffer content) {
        int tag = content.getShort() & 0xFFFF;
        int channels = content.getShort() & 0xFFFF;
        double rate = content.getInt() & 0xFFFF_FFFFL;
        content.getInt();
        int frameBytes = content.getShort() & 0xFFFF;
        int bits = content.getShort() & 0xFFFF;
        // An extensible format names its kind in the first two bytes of an identifier at byte 24.
        if (tag == EXTENSIBLE && content.capacity() >= 40) tag = content.getShort(24) & 0xFFFF;
        if (tag != PCM && tag != FLOAT) {
            throw new IllegalArgumentException("is encoded as WAV format " + tag + "; it takes PCM (1) and float (3)");
        }
        PcmFormat format = new PcmFormat(channels, rate, bits, tag == FLOAT, ByteOrder.LITTLE_ENDIAN);
        if (frameBytes != format.bytesPerFrame()) {
            throw new IllegalArgumentException("is damaged: " + frameBytes + " bytes a frame instead of "
                + format.bytesPerFrame());
        }
        return format;
    }
}
