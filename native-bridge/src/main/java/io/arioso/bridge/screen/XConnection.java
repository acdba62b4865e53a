package io.arioso.bridge.screen;

import com.sun.jna.Pointer;
import java.lang.System.Logger.Level;

/**
 * Our own connection to the X server, beside JavaFX's. A request about a window that its DAW has meanwhile destroyed is
 * a line in the log; without this the toolkit would end the process. [JavaFX application thread]
 */
final class XConnection {
    private static final System.Logger LOGGER = System.getLogger(XConnection.class.getName());
    // Where an XErrorEvent has its codes.
    private static final int ERROR_CODE = 32;
    private static final int REQUEST_CODE = 33;
    private static final Xlib.ErrorHandler LOGGING = XConnection::log;

    private static XConnection instance;

    private final Pointer display;

    private XConnection(Pointer display) {
        this.display = display;
    }

    /**
     * The connection of this process; made, with the error handler, when first asked for: after JavaFX has put in its own.
     *
     * @throws IllegalStateException if there is no display any more
     */
    static XConnection get() {
        if (instance == null) {
            Pointer display = Xlib.XOpenDisplay(null);
            if (display == null) throw new IllegalStateException("the display cannot be opened");
            Xlib.XSetErrorHandler(LOGGING);
            instance = new XConnection(display);
        }
        return instance;
    }

    Pointer display() {
        return display;
    }

    private static int log(Pointer display, Pointer event) {
        LOGGER.log(Level.DEBUG, "X request {0} failed with error {1}", event.getByte(REQUEST_CODE),
            event.getByte(ERROR_CODE));
        return 0;
    }
}
