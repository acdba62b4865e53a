package io.arioso.host.audiofile;

/** Little-endian 64-bit floating point; the double transfer keeps every bit, NaN payloads included. */
final class Float64Codec extends SampleCodec {
    private static final long INFINITY_BITS = 0x7ff0000000000000L;

    @Override
    void decode(byte[] from, int position, int stride, float[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = (float) Double.longBitsToDouble((long) LONGS.get(from, at));
            at += stride;
        }
    }

    @Override
    void decode(byte[] from, int position, int stride, double[] to, int offset, int frames) {
        int at = position;
        for (int i = offset; i < offset + frames; i++) {
            to[i] = Double.longBitsToDouble((long) LONGS.get(from, at));
            at += stride;
        }
    }

    @Override
    void encode(float[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        int odd = 0;
        for (int i = offset; i < offset + frames; i++) {
            long bits = Double.doubleToRawLongBits(from[i]);
            odd += (bits & Long.MAX_VALUE) >= INFINITY_BITS ? 1 : 0;
            LONGS.set(to, at, bits);
            at += stride;
        }
        countNonFinite(odd);
    }

    @Override
    void encode(double[] from, int offset, byte[] to, int position, int stride, int frames) {
        int at = position;
        int odd = 0;
        for (int i = offset; i < offset + frames; i++) {
            long bits = Double.doubleToRawLongBits(from[i]);
            odd += (bits & Long.MAX_VALUE) >= INFINITY_BITS ? 1 : 0;
            LONGS.set(to, at, bits);
            at += stride;
        }
        countNonFinite(odd);
    }
}
