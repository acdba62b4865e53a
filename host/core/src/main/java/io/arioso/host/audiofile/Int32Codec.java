package io.arioso.host.audiofile;

/** Signed 32-bit little-endian integers; a float keeps the upper 24 bits, rounded. */
final class Int32Codec extends SampleCodec {
    private static final double SCALE = 0x1p31;
    private static final float TO_FLOAT = (float) (1 / SCALE);
    private static final double TO_DOUBLE = 1 / SCALE;

    @Override
    void decode(byte[] from, int position, int stride, float[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = (int) INTS.get(from, at) * TO_FLOAT;
            at += stride;
        }
    }

    @Override
    void decode(byte[] from, int position, int stride, double[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = (int) INTS.get(from, at) * TO_DOUBLE;
            at += stride;
        }
    }

    @Override
    void encode(float[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            INTS.set(to, at, quantize(from[i], SCALE));
            at += stride;
        }
    }

    @Override
    void encode(double[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            INTS.set(to, at, quantize(from[i], SCALE));
            at += stride;
        }
    }
}
