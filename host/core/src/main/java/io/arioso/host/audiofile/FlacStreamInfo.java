package io.arioso.host.audiofile;

import java.nio.ByteBuffer;

/**
 * The STREAMINFO block of a FLAC file (RFC 9639, section 8.2): 34 bytes.
 *
 * @param totalFrames 0 when unknown
 * @param tail        the MD5 of the samples, all zero when unknown
 */
record FlacStreamInfo(int minBlock, int maxBlock, int minFrameBytes, int maxFrameBytes, int sampleRate, int channels,
                      int bits, long totalFrames, byte[] tail) {
    static final int BYTES = 34;
    private static final int MD5_BYTES = 16;

    static FlacStreamInfo parse(ByteBuffer from) {
        int minBlock = from.getShort() & 0xffff;
        int maxBlock = from.getShort() & 0xffff;
        int minFrameBytes = unsigned24(from);
        int maxFrameBytes = unsigned24(from);
        // 20 bits of sample rate, 3 of channels - 1, 5 of bits - 1, 36 of frames.
        long packed = from.getLong();
        byte[] md5 = new byte[MD5_BYTES];
        from.get(md5);
        return new FlacStreamInfo(minBlock, maxBlock, minFrameBytes, maxFrameBytes, (int) (packed >>> 44),
                (int) (packed >>> 41 & 7) + 1, (int) (packed >>> 36 & 31) + 1, packed & 0xfffffffffL, md5);
    }

    void put(ByteBuffer to) {
        to.putShort((short) minBlock).putShort((short) maxBlock);
        to.putShort((short) (minFrameBytes >> 8)).put((byte) minFrameBytes);
        to.putShort((short) (maxFrameBytes >> 8)).put((byte) maxFrameBytes);
        to.putLong((long) sampleRate << 44 | channels - 1L << 41 | bits - 1L << 36 | totalFrames & 0xfffffffffL);
        to.put(tail);
    }

    private static int unsigned24(ByteBuffer from) {
        return (from.getShort() & 0xffff) << 8 | from.get() & 0xff;
    }
}
