package io.arioso.bridge.screen;

import com.sun.jna.Pointer;
import java.lang.System.Logger.Level;

/**
 * Makes a request about a window that its DAW has meanwhile destroyed a line in the log; without this the toolkit would
 * end the process.
 */
final class XErrors {
    private static final System.Logger LOGGER = System.getLogger(XErrors.class.getName());
    // Where an XErrorEvent has its codes.
    private static final int ERROR_CODE = 32;
    private static final int REQUEST_CODE = 33;
    // Kept, for C holds a pointer to it.
    private static final Xlib.ErrorHandler LOGGING = XErrors::log;

    private XErrors() {
    }

    /** Takes the place of JavaFX's handler. [JavaFX application thread, once, while no window is being made] */
    static void survive() {
        Xlib.XSetErrorHandler(LOGGING);
    }

    private static int log(Pointer display, Pointer event) {
        LOGGER.log(Level.DEBUG, "X request {0} failed with error {1}", event.getByte(REQUEST_CODE),
            event.getByte(ERROR_CODE));
        return 0;
    }
}
