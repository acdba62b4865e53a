package io.arioso.bridge.lv2;

import com.sun.jna.Pointer;
import io.arioso.bridge.editor.Editors;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The open editors of LV2 hosts by their numbers, as {@code lv2ui.c} calls them. [main-thread] */
final class Lv2Editors {
    private static final System.Logger LOGGER = System.getLogger(Lv2Editors.class.getName());
    private static final long IMPOSSIBLE = 0;
    private static final int NONE = -1;

    private final Map<Integer, Lv2Instance> instances;
    private final Map<Integer, Lv2Editor> editors = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    Lv2Editors(Map<Integer, Lv2Instance> instances) {
        this.instances = instances;
    }

    /** Width and height at which an editor begins, packed into one number; 0 if none is possible. */
    long size(int handle, double scale) {
        Lv2Instance instance = instances.get(handle);
        if (instance == null) return IMPOSSIBLE;
        if (!Editors.available()) {
            LOGGER.log(Level.WARNING, instance.plugin().descriptor().name()
                + ": no editor, because there is no display or the bundle has no editor files");
            return IMPOSSIBLE;
        }
        Editors.Size size = Editors.preferredSize(instance.plugin(), scale);
        return (long) size.width() << 32 | size.height();
    }

    /** Opens an editor inside a window, or in one of its own if that is 0. */
    int open(int handle, long window, double scale) {
        Lv2Instance instance = instances.get(handle);
        if (instance == null || !Editors.available()) return NONE;
        int number = numbers.incrementAndGet();
        editors.put(number, new Lv2Editor(instance, window, scale));
        return number;
    }

    int idle(int number, Pointer edits, int capacity) {
        Lv2Editor editor = editors.get(number);
        return editor == null ? NONE : editor.idle(edits, capacity);
    }

    void port(int number, int control, float value) {
        Lv2Editor editor = editors.get(number);
        if (editor != null) editor.port(control, value);
    }

    void resize(int number, int width, int height) {
        Lv2Editor editor = editors.get(number);
        if (editor != null) editor.window().resize(width, height);
    }

    void show(int number, boolean shown) {
        Lv2Editor editor = editors.get(number);
        if (editor == null) return;
        if (shown) editor.window().show();
        else editor.window().hide();
    }

    /** Closes those of an instance that goes; a host should have done so. */
    void closeAllOf(Lv2Instance instance) {
        editors.forEach((number, editor) -> {
            if (editor.shows(instance)) close(number);
        });
    }

    void close(int number) {
        Lv2Editor editor = editors.remove(number);
        if (editor != null) editor.window().close();
    }
}
