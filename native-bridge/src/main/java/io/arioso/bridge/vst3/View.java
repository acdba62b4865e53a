package io.arioso.bridge.vst3;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.editor.EditorOwner;
import io.arioso.bridge.editor.EditorWindow;
import io.arioso.bridge.editor.Editors;
import io.arioso.bridge.editor.Editors.Size;
import java.util.concurrent.atomic.AtomicReference;

/** One editor of an instance inside a window of the DAW. Sizes are physical pixels. [main-thread] */
final class View implements EditorOwner, AutoCloseable {
    private static final int RESIZE_VIEW = 3;
    private static final int RIGHT_AT = 8;
    private static final int BOTTOM_AT = 12;
    private static final int RECTANGLE_BYTES = 16;

    private final BridgedPlugin plugin;
    private final Pointer pointer;
    private final Runnable wake;
    private final AtomicReference<Size> wish = new AtomicReference<>();
    private ComObject frame;
    private EditorWindow window;
    private double scale = 1;
    private Size size;

    /**
     * A view that is not attached yet.
     *
     * @param pointer its object in C, as the DAW knows it
     * @param wake makes the DAW's main thread call {@link #idle}
     */
    View(BridgedPlugin plugin, Pointer pointer, Runnable wake) {
        this.plugin = plugin;
        this.pointer = pointer;
        this.wake = wake;
        size = Editors.preferredSize(plugin, scale);
    }

    /** Opens the editor in a window of the DAW. */
    void attach(long parentWindow) {
        window = Editors.embed(plugin, parentWindow, scale, this);
        if (window.width() != size.width() || window.height() != size.height())
            window.resize(size.width(), size.height());
        window.show();
    }

    /** Its size, before and after it is attached. */
    void writeSize(Pointer rectangle) {
        write(rectangle, 0, 0, window == null ? size : new Size(window.width(), window.height()));
    }

    /** The DAW has given it another size. */
    void resized(Pointer rectangle) {
        size = atLeast(sizeOf(rectangle));
        if (window != null) window.resize(size.width(), size.height());
    }

    /** Turns a size that the DAW thinks of into one that the editor bears. */
    void constrain(Pointer rectangle) {
        write(rectangle, rectangle.getInt(0), rectangle.getInt(4), atLeast(sizeOf(rectangle)));
    }

    /** The DAW's scale factor; before it is attached, the size follows. */
    void scale(double factor) {
        scale = factor;
        if (window != null) window.scale(factor);
        else size = Editors.preferredSize(plugin, factor);
    }

    /** The DAW's side of the window; null when it goes. C holds a reference for as long. */
    void frame(Pointer given) {
        frame = given == null ? null : new ComObject(given);
    }

    @Override
    public void resizeWanted(int width, int height) {
        wish.set(new Size(width, height));
        wake.run();
    }

    /** A window that the DAW shows cannot be closed by us: it stays empty. */
    @Override
    public void closed(String why) {
        if (!why.isEmpty()) System.getLogger(View.class.getName()).log(System.Logger.Level.WARNING, why);
    }

    /** Hands a wish for another size on to the DAW, which answers by resizing. */
    void idle() {
        Size wanted = wish.getAndSet(null);
        if (wanted == null || frame == null || window == null) return;
        try (Memory rectangle = new Memory(RECTANGLE_BYTES)) {
            write(rectangle, 0, 0, wanted);
            frame.call(RESIZE_VIEW, pointer, rectangle);
        }
    }

    @Override
    public void close() {
        EditorWindow closing = window;
        window = null;
        if (closing != null) closing.close();
    }

    private Size atLeast(Size wanted) {
        Size least = Editors.leastSize(scale);
        return new Size(Math.max(least.width(), wanted.width()), Math.max(least.height(), wanted.height()));
    }

    private static Size sizeOf(Pointer rectangle) {
        return new Size(rectangle.getInt(RIGHT_AT) - rectangle.getInt(0), rectangle.getInt(BOTTOM_AT) - rectangle.getInt(4));
    }

    private static void write(Pointer rectangle, int left, int top, Size size) {
        rectangle.setInt(0, left);
        rectangle.setInt(4, top);
        rectangle.setInt(RIGHT_AT, left + size.width());
        rectangle.setInt(BOTTOM_AT, top + size.height());
    }
}
