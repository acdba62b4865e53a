package io.arioso.bridge.screen;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;

/**
 * A JavaFX window as a child of a window of the DAW. The parent may go at any time: every request about it then fails
 * without harm. Sizes and places are physical pixels. [JavaFX application thread]
 */
final class EmbeddedWindow {
    private static final int NO_TIME = 0;

    // An own connection: its events are about this window's parent and no other.
    private final Pointer display = Xlib.XOpenDisplay(null);
    private final NativeLong window;
    private final NativeLong parent;
    private final NativeLong root;
    private final Memory event = new Memory(Xlib.EVENT_BYTES);
    private final Place onScreen = new Place();
    private final Place inParent = new Place();
    private final NativeLongByReference someWindow = new NativeLongByReference();
    private final NativeLongByReference focusBefore = new NativeLongByReference();
    private final IntByReference ignored = new IntByReference();
    private boolean focused;
    private int toldX;
    private int toldY;
    private boolean parentGone;

    private static final class Place {
        private final IntByReference x = new IntByReference();
        private final IntByReference y = new IntByReference();
        private final IntByReference width = new IntByReference();
        private final IntByReference height = new IntByReference();

        boolean is(int wantedX, int wantedY, int wantedWidth, int wantedHeight) {
            return x.getValue() == wantedX && y.getValue() == wantedY && width.getValue() == wantedWidth
                && height.getValue() == wantedHeight;
        }
    }

    /**
     * Puts a window that is not mapped yet into its parent. The window manager never sees it.
     *
     * @throws IllegalStateException if the display is gone
     */
    EmbeddedWindow(long window, long parent) {
        if (display == null) throw new IllegalStateException("the display cannot be opened");
        root = Xlib.XDefaultRootWindow(display);
        this.window = new NativeLong(window);
        this.parent = new NativeLong(parent);
        Xlib.XUnmapWindow(display, this.window);
        Memory attributes = new Memory(Xlib.ATTRIBUTES_BYTES);
        attributes.clear();
        attributes.setInt(Xlib.OVERRIDE_REDIRECT_AT, 1);
        Xlib.XChangeWindowAttributes(display, this.window, new NativeLong(Xlib.CW_OVERRIDE_REDIRECT), attributes);
        Xlib.XReparentWindow(display, this.window, this.parent, 0, 0);
        Xlib.XSelectInput(display, this.parent, new NativeLong(Xlib.STRUCTURE_NOTIFY_MASK));
        parentGone = Xlib.XGetGeometry(display, this.parent, someWindow, ignored, ignored, ignored, ignored, ignored,
            ignored) == 0;
    }

    /** Shows or hides it; JavaFX goes on as if it were shown. */
    void map(boolean visible) {
        Xlib.XMoveWindow(display, window, 0, 0);
        if (visible) Xlib.XMapWindow(display, window);
        else Xlib.XUnmapWindow(display, window);
        Xlib.XSync(display, 0);
    }

    /** Whether the DAW has destroyed the parent, and this window with it. */
    boolean parentGone() {
        return parentGone;
    }

    /**
     * Does what a window manager would: keeps the window in its parent's corner and as large as it should be, and tells
     * JavaFX where on the screen that is, so that menus open at the right place. Called at frame rate while it is shown.
     */
    void keepInPlace(int width, int height) {
        while (Xlib.XPending(display) > 0) {
            Xlib.XNextEvent(display, event);
            boolean destroyed = event.getInt(0) == Xlib.DESTROY_NOTIFY;
            if (destroyed && event.getNativeLong(40).equals(parent)) parentGone = true;
        }
        if (parentGone) return;
        if (!readPlaces()) return;
        if (!inParent.is(0, 0, width, height)) Xlib.XMoveResizeWindow(display, window, 0, 0, width, height);
        int x = onScreen.x.getValue();
        int y = onScreen.y.getValue();
        if (x == toldX && y == toldY) return;
        toldX = x;
        toldY = y;
        sendConfigureNotify(x, y);
    }

    private boolean readPlaces() {
        return Xlib.XGetGeometry(display, window, someWindow, inParent.x, inParent.y, inParent.width, inParent.height,
            ignored, ignored) != 0
            && Xlib.XTranslateCoordinates(display, window, root, 0, 0, onScreen.x, onScreen.y, someWindow) != 0;
    }

    private void sendConfigureNotify(int x, int y) {
        event.clear();
        event.setInt(0, Xlib.CONFIGURE_NOTIFY);
        event.setPointer(24, display);
        event.setNativeLong(32, window);
        event.setNativeLong(40, window);
        event.setInt(48, x);
        event.setInt(52, y);
        event.setInt(56, inParent.width.getValue());
        event.setInt(60, inParent.height.getValue());
        Xlib.XSendEvent(display, window, 0, new NativeLong(Xlib.STRUCTURE_NOTIFY_MASK), event);
        Xlib.XFlush(display);
    }

    /** Takes the keyboard, unless it has it. */
    void takeFocus() {
        if (focused) return;
        focused = true;
        Xlib.XGetInputFocus(display, focusBefore, ignored);
        Xlib.XSetInputFocus(display, window, Xlib.REVERT_TO_PARENT, new NativeLong(NO_TIME));
        Xlib.XFlush(display);
    }

    /** Gives the keyboard back to whoever had it. */
    void giveFocusBack() {
        if (!focused) return;
        focused = false;
        Xlib.XGetInputFocus(display, someWindow, ignored);
        if (someWindow.getValue().equals(window))
            Xlib.XSetInputFocus(display, focusBefore.getValue(), Xlib.REVERT_TO_PARENT, new NativeLong(NO_TIME));
        Xlib.XFlush(display);
    }

    /** Takes it out of its parent, so that JavaFX can end it in peace whatever the DAW does to the parent. */
    void release() {
        giveFocusBack();
        Xlib.XUnmapWindow(display, window);
        Xlib.XReparentWindow(display, window, root, 0, 0);
        Xlib.XCloseDisplay(display);
    }
}
