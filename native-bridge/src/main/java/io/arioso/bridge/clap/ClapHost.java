package io.arioso.bridge.clap;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/**
 * What the DAW offers one instance. [any-thread where not said otherwise; never audio]
 *
 * <p>When the instance goes, the DAW frees what is behind these pointers: {@link #close} waits for calls from other
 * threads, and later ones reach nobody.
 */
final class ClapHost {
    /** Severity of the log. */
    static final int WARNING = 2;

    private static final int GET_EXTENSION = 56;
    private static final int REQUEST_RESTART = 64;
    private static final int REQUEST_PROCESS = 72;
    private static final int REQUEST_CALLBACK = 80;
    private static final int RESCAN_VALUES = 1;

    private final Pointer host;
    private final Pointer params;
    private final Pointer state;
    private final Pointer gui;
    private final Pointer log;
    private boolean closed;

    /** [main-thread] */
    ClapHost(Pointer host) {
        this.host = host;
        params = extension("clap.params");
        state = extension("clap.state");
        gui = extension("clap.gui");
        log = extension("clap.log");
    }

    /** Asks the DAW to deactivate and activate. */
    synchronized void requestRestart() {
        call(host, REQUEST_RESTART);
    }

    /** Asks for a call on the DAW's main thread. */
    synchronized void requestCallback() {
        call(host, REQUEST_CALLBACK);
    }

    /** Asks the DAW to fetch what the user did in the editor. */
    synchronized void requestFlush() {
        if (params != null) call(params, 2 * Native.POINTER_SIZE);
        else call(host, REQUEST_PROCESS);
    }

    /** Says that all values are to be read anew. [main-thread] */
    void rescanValues() {
        if (params != null) call(params, 0, RESCAN_VALUES);
    }

    /** Says that the project has something to save. [main-thread] */
    void markDirty() {
        if (state != null) call(state, 0);
    }

    /** Asks for another size of the editor; false if the DAW refuses. */
    synchronized boolean requestResize(int width, int height) {
        return gui != null && (call(gui, Native.POINTER_SIZE, width, height) & 0xff) != 0;
    }

    /** Says that the editor has gone by itself. */
    synchronized void guiClosed() {
        if (gui != null) call(gui, 4 * Native.POINTER_SIZE, (byte) 1);
    }

    /** Writes a line into the DAW's log, if it has one. */
    synchronized void log(int severity, String text) {
        if (log != null) call(log, 0, severity, text(text));
    }

    /** The DAW is not to be called any more. [main-thread] */
    synchronized void close() {
        closed = true;
    }

    private Pointer extension(String id) {
        Object found = Function.getFunction(host.getPointer(GET_EXTENSION))
            .invoke(Pointer.class, new Object[] {host, text(id)});
        return (Pointer) found;
    }

    private static Memory text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Memory memory = new Memory(bytes.length + 1L);
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        return memory;
    }

    /** Calls the function in a table of the DAW, whose first argument is always the DAW itself. */
    private int call(Pointer table, long offset, Object... more) {
        if (closed) return 0;
        Pointer function = table.getPointer(offset);
        if (function == null) return 0;
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = host;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Function.getFunction(function).invokeInt(arguments);
    }
}
