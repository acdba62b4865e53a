package io.arioso.host.audiofile;

/** Signed 24-bit little-endian integers in three bytes. */
final class Int24Codec extends SampleCodec {
    private static final double SCALE = 0x1p23;
    private static final float TO_FLOAT = (float) (1 / SCALE);
    private static final double TO_DOUBLE = 1 / SCALE;

    @Override
    void decode(byte[] from, int position, int stride, float[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = load(from, at) * TO_FLOAT;
            at += stride;
        }
    }

    @Override
    void decode(byte[] from, int position, int stride, double[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = load(from, at) * TO_DOUBLE;
            at += stride;
        }
    }

    @Override
    void encode(float[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            store(to, at, quantize(from[i], SCALE));
            at += stride;
        }
    }

    @Override
    void encode(double[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            store(to, at, quantize(from[i], SCALE));
            at += stride;
        }
    }

    private static int load(byte[] from, int at) {
        return from[at] & 0xff | (from[at + 1] & 0xff) << 8 | from[at + 2] << 16;
    }

    private static void store(byte[] to, int at, int value) {
        to[at] = (byte) value;
        to[at + 1] = (byte) (value >> 8);
        to[at + 2] = (byte) (value >> 16);
    }
}
