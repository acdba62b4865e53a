package io.arioso.host.audiofile;

/** Little-endian 32-bit floating point; the float transfer keeps every bit, NaN payloads included. */
final class Float32Codec extends SampleCodec {
    private static final int INFINITY_BITS = 0x7f800000;

    @Override
    void decode(byte[] from, int position, int stride, float[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = Float.intBitsToFloat((int) INTS.get(from, at));
            at += stride;
        }
    }

    @Override
    void decode(byte[] from, int position, int stride, double[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = Float.intBitsToFloat((int) INTS.get(from, at));
            at += stride;
        }
    }

    @Override
    void encode(float[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        int odd = 0;
        for (int i = offset; i < offset + frames; i++) {
            int bits = Float.floatToRawIntBits(from[i]);
            odd += (bits & 0x7fffffff) >= INFINITY_BITS ? 1 : 0;
            INTS.set(to, at, bits);
            at += stride;
        }
        countNonFinite(odd);
    }

    @Override
    void encode(double[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        int odd = 0;
        for (int i = offset; i < offset + frames; i++) {
            int bits = Float.floatToRawIntBits((float) from[i]);
            odd += (bits & 0x7fffffff) >= INFINITY_BITS ? 1 : 0;
            INTS.set(to, at, bits);
            at += stride;
        }
        countNonFinite(odd);
    }
}
