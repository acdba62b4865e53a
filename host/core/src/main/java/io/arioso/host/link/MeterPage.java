package io.arioso.host.link;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the meters of one processor read, in memory that two processes map. One writer, any number of readers, nobody
 * waits.
 */
public final class MeterPage {
    /** Meters that a page has room for. */
    public static final int METERS = MeterMemory.PAGE_BYTES / Double.BYTES;

    private static final VarHandle NUMBER =
        MethodHandles.byteBufferViewVarHandle(double[].class, ByteOrder.nativeOrder());

    private final ByteBuffer bytes;

    /** A page over memory that is aligned to 8 bytes. */
    MeterPage(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Shows a meter's value. [the writer] */
    public void publish(int meter, double value) {
        NUMBER.setRelease(bytes, meter * Double.BYTES, value);
    }

    /** A meter's value, NaN before the first. [any-thread] */
    public double read(int meter) {
        return (double) NUMBER.getAcquire(bytes, meter * Double.BYTES);
    }
}
