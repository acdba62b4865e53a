package io.arioso.bridge.screen;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;

/**
 * The functions of Xlib that embedding needs, under their own names. Window numbers are {@code long}s. Loaded in the
 * editor's process only. [JavaFX application thread]
 */
final class Xlib {
    /** A parent's window was moved or given another size. */
    static final int CONFIGURE_NOTIFY = 22;
    /** A window is gone. */
    static final int DESTROY_NOTIFY = 17;
    /** Asks for {@link #CONFIGURE_NOTIFY} and {@link #DESTROY_NOTIFY}. */
    static final long STRUCTURE_NOTIFY_MASK = 1 << 17;
    /** Bytes of an XEvent. */
    static final int EVENT_BYTES = 192;
    /** Bytes of an XSetWindowAttributes. */
    static final int ATTRIBUTES_BYTES = 112;
    /** Where its override_redirect is. */
    static final int OVERRIDE_REDIRECT_AT = 88;
    /** The bit that says that it is set. */
    static final long CW_OVERRIDE_REDIRECT = 1 << 9;
    /** Focus goes to the parent when its window goes. */
    static final int REVERT_TO_PARENT = 2;

    static {
        Native.register(Xlib.class, "X11");
    }

    private Xlib() {
    }

    /** Hears of a request that failed. */
    interface ErrorHandler extends Callback {
        int failed(Pointer display, Pointer event);
    }

    static native Pointer XOpenDisplay(String name);

    static native int XCloseDisplay(Pointer display);

    static native NativeLong XDefaultRootWindow(Pointer display);

    static native Pointer XSetErrorHandler(ErrorHandler handler);

    static native int XSync(Pointer display, int discard);

    static native int XFlush(Pointer display);

    static native int XMapWindow(Pointer display, NativeLong window);

    static native int XUnmapWindow(Pointer display, NativeLong window);

    static native int XReparentWindow(Pointer display, NativeLong window, NativeLong parent, int x, int y);

    static native int XMoveWindow(Pointer display, NativeLong window, int x, int y);

    static native int XMoveResizeWindow(Pointer display, NativeLong window, int x, int y, int width, int height);

    static native int XChangeWindowAttributes(Pointer display, NativeLong window, NativeLong mask, Pointer attributes);

    static native int XGetGeometry(Pointer display, NativeLong window, NativeLongByReference root, IntByReference x,
        IntByReference y, IntByReference width, IntByReference height, IntByReference border, IntByReference depth);

    static native int XTranslateCoordinates(Pointer display, NativeLong from, NativeLong to, int x, int y,
        IntByReference toX, IntByReference toY, NativeLongByReference child);

    static native int XSelectInput(Pointer display, NativeLong window, NativeLong mask);

    static native int XPending(Pointer display);

    static native int XNextEvent(Pointer display, Pointer event);

    static native int XSendEvent(Pointer display, NativeLong window, int propagate, NativeLong mask, Pointer event);

    static native int XGetInputFocus(Pointer display, NativeLongByReference window, IntByReference revertTo);

    static native int XSetInputFocus(Pointer display, NativeLong window, int revertTo, NativeLong time);
}
