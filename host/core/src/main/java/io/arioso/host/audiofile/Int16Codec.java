package io.arioso.host.audiofile;

/** Signed 16-bit little-endian integers. */
final class Int16Codec extends SampleCodec {
    private static final double SCALE = 0x1p15;
    private static final float TO_FLOAT = (float) (1 / SCALE);
    private static final double TO_DOUBLE = 1 / SCALE;

    @Override
    void decode(byte[] from, int position, int stride, float[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = (short) SHORTS.get(from, at) * TO_FLOAT;
            at += stride;
        }
    }

    @Override
    void decode(byte[] from, int position, int stride, double[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = (short) SHORTS.get(from, at) * TO_DOUBLE;
            at += stride;
        }
    }

    @Override
    void encode(float[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            SHORTS.set(to, at, (short) quantize(from[i], SCALE));
            at += stride;
        }
    }

    @Override
    void encode(double[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            SHORTS.set(to, at, (short) quantize(from[i], SCALE));
            at += stride;
        }
    }
}
