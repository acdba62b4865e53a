package io.arioso.host.audiofile;

import java.nio.ByteBuffer;

/** The 80-bit floating-point number in which AIFF states its sample rate: sign, 15 bits of exponent, 64 of mantissa. */
final class ExtendedFloat {
    private static final int BIAS = 16383;

    private ExtendedFloat() {
    }

    /** Reads ten big-endian bytes; not a number, infinite and negative numbers give NaN, tiny ones 0. */
    static double read(ByteBuffer from) {
        int head = from.getShort() & 0xffff;
        long mantissa = from.getLong();
        if (head >= 0x7fff) {
            return Double.NaN;
        }
        double upper = (mantissa >>> 32) * 0x1p32;
        double value = upper + (mantissa & 0xffffffffL);
        return Math.scalb(value, Math.max(head - BIAS - 63, -2000));
    }

    /** Writes a finite number above 0, exactly. */
    static void write(ByteBuffer to, double value) {
        int exponent = Math.getExponent(value);
        long fraction = Double.doubleToRawLongBits(value) & 0xfffffffffffffL;
        to.putShort((short) (exponent + BIAS));
        to.putLong(Long.MIN_VALUE | fraction << 11);
    }
}
