package io.arioso.host.audiofile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Turns the bytes of one channel into samples and back; one subclass per {@link SampleFormat}, each with loops of its
 * own so that the compiler sees one shape per loop.
 *
 * <p>Bytes are little-endian and 8 bit is signed; {@link ByteLayout} brings other layouts to this one. {@code stride}
 * is the distance in bytes from one sample of the channel to the next.
 */
abstract class SampleCodec {
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long clipped;
    private long nonFinite;

    /** The codec for a format, with counters at zero. */
    static SampleCodec of(SampleFormat format) {
        return switch (format) {
            case INT8 -> new Int8Codec();
            case INT16 -> new Int16Codec();
            case INT24 -> new Int24Codec();
            case INT32 -> new Int32Codec();
            case FLOAT32 -> new Float32Codec();
            case FLOAT64 -> new Float64Codec();
        };
    }

    abstract void decode(byte[] from, int position, int stride, float[] to, int offset, int frames);

    abstract void decode(byte[] from, int position, int stride, double[] to, int offset, int frames);

    abstract void encode(float[] from, int offset, byte[] to, int position, int stride, int frames);

    abstract void encode(double[] from, int offset, byte[] to, int position, int stride, int frames);

    /** Samples held at full scale so far. */
    final long clipped() {
        return clipped;
    }

    /** NaN and infinite samples so far. */
    final long nonFinite() {
        return nonFinite;
    }

    final void countNonFinite(long samples) {
        nonFinite += samples;
    }

    /**
     * The integer nearest to {@code sample * scale}, ties to even, held at full scale; NaN gives 0.
     *
     * <p>+1.0 is full scale and one step above the greatest integer, so it is held without being counted.
     */
    final int quantize(double sample, double scale) {
        if (sample >= -1 && sample <= 1) {
            int value = (int) Math.rint(sample * scale);
            return value <= (int) (scale - 1) ? value : value - 1;
        }
        return quantizeBeyondFullScale(sample, scale);
    }

    private int quantizeBeyondFullScale(double sample, double scale) {
        if (!(Math.abs(sample) <= Double.MAX_VALUE)) {
            nonFinite++;
        }
        if (sample != sample) {
            return 0;
        }
        clipped++;
        return (int) (sample > 0 ? scale - 1 : -scale);
    }
}
