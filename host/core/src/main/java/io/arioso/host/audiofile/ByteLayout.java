package io.arioso.host.audiofile;

/** How a file orders the bytes of a sample, and the way to and from the little-endian signed layout of the codecs. */
enum ByteLayout {
    /** Least significant byte first. */
    LITTLE_ENDIAN,
    /** Most significant byte first. */
    BIG_ENDIAN,
    /** Eight bits with zero at 128, as WAV has them. */
    OFFSET_8_BIT;

    /** Converts whole samples in place, in either direction: every layout is its own inverse. */
    void swap(byte[] bytes, int from, int length, int width) {
        if (this == OFFSET_8_BIT) {
            for (int i = from; i < from + length; i++) {
                bytes[i] ^= (byte) 0x80;
            }
        } else if (this == BIG_ENDIAN) {
            reverse(bytes, from, from + length, width);
        }
    }

    private static void reverse(byte[] bytes, int from, int to, int width) {
        switch (width) {
            case 2 -> {
                for (int i = from; i < to; i += 2) {
                    SampleCodec.SHORTS.set(bytes, i, Short.reverseBytes((short) SampleCodec.SHORTS.get(bytes, i)));
                }
            }
            case 3 -> {
                for (int i = from; i < to; i += 3) {
                    byte first = bytes[i];
                    bytes[i] = bytes[i + 2];
                    bytes[i + 2] = first;
                }
            }
            case 4 -> {
                for (int i = from; i < to; i += 4) {
                    SampleCodec.INTS.set(bytes, i, Integer.reverseBytes((int) SampleCodec.INTS.get(bytes, i)));
                }
            }
            case 8 -> {
                for (int i = from; i < to; i += 8) {
                    SampleCodec.LONGS.set(bytes, i, Long.reverseBytes((long) SampleCodec.LONGS.get(bytes, i)));
                }
            }
            default -> {
                // One byte has no order.
            }
        }
    }
}
