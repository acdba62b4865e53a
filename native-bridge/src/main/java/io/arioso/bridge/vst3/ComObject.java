package io.arioso.bridge.vst3;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * An object of the DAW: its first word points to a table of functions, which take the object as their first argument.
 * [main-thread]
 *
 * @param pointer the interface
 */
record ComObject(Pointer pointer) {
    private static final int ADD_REF = 1;
    private static final int RELEASE = 2;

    /** The object at an address. */
    ComObject(long address) {
        this(new Pointer(address));
    }

    /** Calls the function in a slot of the table, counted from 0 with the three of every object; gives its result. */
    int call(int slot, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = pointer;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Pointer function = pointer.getPointer(0).getPointer((long) slot * Native.POINTER_SIZE);
        return Function.getFunction(function).invokeInt(all);
    }

    /** Keeps the object alive until {@link #release}. */
    void addRef() {
        call(ADD_REF);
    }

    /** Lets it go. */
    void release() {
        call(RELEASE);
    }
}
