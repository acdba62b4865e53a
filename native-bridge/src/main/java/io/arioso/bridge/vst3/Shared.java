package io.arioso.bridge.vst3;

import com.sun.jna.Pointer;

/**
 * Java's view of {@code vst3_shared}: what C and Java read of each other without a call. Its memory goes with the
 * instance, so it is let go first.
 */
final class Shared {
    private static final int WANTED = 0;
    private static final int ACTIVE = 4;
    private static final int HANDLER = 8;
    private static final int PROGRAM = 16;
    private static final int TIMED = 24;
    private static final double NO_PROGRAM = -1;

    private Pointer memory;

    Shared(Pointer memory) {
        this.memory = memory;
    }

    /** Asks C to call {@link Instance#idle} on the main thread soon. [any-thread] */
    synchronized void wantIdle() {
        if (memory != null) memory.setInt(WANTED, 1);
    }

    /** Whether a timer of the DAW calls {@link Instance#idle}, with none of the DAW's own calls around it. [any-thread] */
    synchronized boolean timed() {
        return memory != null && memory.getInt(TIMED) != 0;
    }

    /** Whether the processor takes its values from blocks. [any-thread] */
    synchronized boolean active() {
        return memory != null && memory.getInt(ACTIVE) != 0;
    }

    /** The DAW's component handler; null if there is none. [any-thread] */
    synchronized ComObject handler() {
        Pointer handler = memory == null ? null : memory.getPointer(HANDLER);
        return handler == null ? null : new ComObject(handler);
    }

    /** The program, on 0..1, that another thread has asked for; negative if none. [main-thread] */
    synchronized double takeProgram() {
        if (memory == null) return NO_PROGRAM;
        double program = memory.getDouble(PROGRAM);
        memory.setDouble(PROGRAM, NO_PROGRAM);
        return program;
    }

    /** The memory goes. [main-thread] */
    synchronized void close() {
        memory = null;
    }
}
