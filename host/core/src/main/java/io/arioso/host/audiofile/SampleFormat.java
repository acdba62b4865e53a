package io.arioso.host.audiofile;

/**
 * How one sample is stored in a file.
 *
 * <p>An integer of n bits stands for {@code value / 2^(n-1)}, so full scale is -1..1 whatever the width.
 */
public enum SampleFormat {
    /** 8-bit integer. */
    INT8(8, false),
    /** 16-bit integer. */
    INT16(16, false),
    /** 24-bit integer. */
    INT24(24, false),
    /** 32-bit integer; only the {@code double} transfer keeps all its bits. */
    INT32(32, false),
    /** 32-bit IEEE 754 floating point; the {@code float} transfer keeps every bit. */
    FLOAT32(32, true),
    /** 64-bit IEEE 754 floating point; only the {@code double} transfer keeps all its bits. */
    FLOAT64(64, true);

    private final int bits;
    private final boolean isFloat;

    SampleFormat(int bits, boolean isFloat) {
        this.bits = bits;
        this.isFloat = isFloat;
    }

    /** Width of one sample in bits: 8, 16, 24, 32 or 64. */
    public int bits() {
        return bits;
    }

    /** Width of one sample in bytes: 1, 2, 3, 4 or 8. */
    public int bytes() {
        return bits / 8;
    }

    /** Whether samples are floating point, able to exceed full scale. */
    public boolean isFloat() {
        return isFloat;
    }

    /** The format with this width and kind, or {@code null}. */
    static SampleFormat of(int bits, boolean isFloat) {
        for (SampleFormat format : values()) {
            if (format.bits == bits && format.isFloat == isFloat) {
                return format;
            }
        }
        return null;
    }
}
