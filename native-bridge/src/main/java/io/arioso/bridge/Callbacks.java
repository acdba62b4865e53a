package io.arioso.bridge;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * Java functions as C function pointers, for the tables of the formats. They live as long as the process: tables are
 * shared by all instances.
 *
 * <p>A thread that calls one stays attached as a daemon; attaching for each call would cost 30 us.
 */
public final class Callbacks {
    private static final List<Callback> KEPT = new ArrayList<>();

    private Callbacks() {
    }

    /** The C function pointer of a callback, which is kept for ever. [main-thread] */
    public static synchronized Pointer pointerTo(Callback function) {
        Native.setCallbackThreadInitializer(function, new CallbackThreadInitializer(true, false));
        KEPT.add(function);
        return CallbackReference.getFunctionPointer(function);
    }

    /** Writes a function into a table's slot, 8 bytes a slot. [main-thread] */
    public static void put(Pointer table, int slot, Callback function) {
        table.setPointer((long) slot * Native.POINTER_SIZE, pointerTo(function));
    }
}
