package io.arioso.plugins.reverb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How samples stand in a file.
 *
 * @param channels interleaved
 * @param bits     of one sample: 16, 24 or 32, in floats 32 or 64
 * @param floating whether samples are floats; else they are signed integers
 */
record PcmFormat(int channels, double sampleRate, int bits, boolean floating, ByteOrder order) {

    /** Refuses sample formats that there is no reader for. */
    PcmFormat {
        boolean known = floating ? bits == 32 || bits == 64 : bits == 16 || bits == 24 || bits == 32;
        if (!known) {
            throw new IllegalArgumentException((floating ? "float samples of " : "integer samples of ") + bits
                + " bits; it takes integers of 16, 24 or 32 and floats of 32 or 64");
        }
        if (channels < 1) throw new IllegalArgumentException("0 channels");
    }

    int bytesPerFrame() {
        return channels * (bits / 8);
    }

    /** The next sample, full scale 1. */
    float sample(ByteBuffer bytes) {
        if (floating) return bits == 32 ? bytes.getFloat() : (float) bytes.getDouble();
        return switch (bits) {
            case 16 -> bytes.getShort() * 0x1p-15f;
            case 24 -> threeBytes(bytes) * 0x1p-23f;
            default -> bytes.getInt() * 0x1p-31f;
        };
    }

    private int threeBytes(ByteBuffer bytes) {
        int first = bytes.get();
        int middle = bytes.get() & 0xFF;
        int last = bytes.get();
        return order == ByteOrder.BIG_ENDIAN
            ? first << 16 | middle << 8 | last & 0xFF
            : last << 16 | middle << 8 | first & 0xFF;
    }
}
