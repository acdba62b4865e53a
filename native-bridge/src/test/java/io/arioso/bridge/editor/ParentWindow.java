package io.arioso.bridge.editor;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** A top-level window as a DAW would make it for an editor, on a connection of its own. */
final class ParentWindow implements AutoCloseable {
    private static final X X11 = Native.load("X11", X.class);

    private final Pointer display;
    private final NativeLong window;
    private boolean destroyed;

    /** The functions of Xlib under their own names. */
    interface X extends Library {
        Pointer XOpenDisplay(String name);

        int XCloseDisplay(Pointer display);

        NativeLong XDefaultRootWindow(Pointer display);

        NativeLong XCreateSimpleWindow(Pointer display, NativeLong parent, int x, int y, int width, int height,
            int border, NativeLong borderColour, NativeLong background);

        int XMapWindow(Pointer display, NativeLong window);

        int XUnmapWindow(Pointer display, NativeLong window);

        int XMoveWindow(Pointer display, NativeLong window, int x, int y);

        int XResizeWindow(Pointer display, NativeLong window, int width, int height);

        int XDestroyWindow(Pointer display, NativeLong window);

        int XStoreName(Pointer display, NativeLong window, String name);

        int XSync(Pointer display, int discard);
    }

    ParentWindow(String display, int x, int y, int width, int height) {
        this.display = X11.XOpenDisplay(display);
        NativeLong root = X11.XDefaultRootWindow(this.display);
        window = X11.XCreateSimpleWindow(this.display, root, x, y, width, height, 0, new NativeLong(0),
            new NativeLong(0x704020));
        X11.XStoreName(this.display, window, "DAW");
        X11.XMapWindow(this.display, window);
        X11.XMoveWindow(this.display, window, x, y);
        X11.XSync(this.display, 0);
    }

    long id() {
        return window.longValue();
    }

    void resize(int width, int height) {
        X11.XResizeWindow(display, window, width, height);
        X11.XSync(display, 0);
    }

    void move(int x, int y) {
        X11.XMoveWindow(display, window, x, y);
        X11.XSync(display, 0);
    }

    void destroy() {
        if (destroyed) return;
        destroyed = true;
        X11.XDestroyWindow(display, window);
        X11.XSync(display, 0);
    }

    @Override
    public void close() {
        destroy();
        X11.XCloseDisplay(display);
    }
}
