package io.arioso.bridge.lv2;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.Callbacks;
import io.arioso.bridge.PluginFormat;
import io.arioso.host.document.DocumentException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main-thread side of LV2: what {@code lv2_java} in {@code lv2.h} lists, in its order. All else of LV2 is C: ports
 * and sound in {@code lv2.c}, the host's state functions in {@code lv2_state.c}, the windows in {@code lv2ui.c}.
 *
 * <p>Every function bears a handle or a number that it does not know, and lets no exception out.
 */
public final class Lv2Format implements PluginFormat {
    private static final System.Logger LOGGER = System.getLogger(Lv2Format.class.getName());

    /** The detail of an instance that a host runs; an editor's model has another. */
    private static final long PLUGIN = 0;

    private final Map<Integer, Lv2Instance> instances = new ConcurrentHashMap<>();
    private final Lv2Editors editors = new Lv2Editors(instances);

    /** {@code set} and {@code editor_port}. */
    interface Set extends Callback {
        void call(int number, int control, double value);
    }

    /** {@code save}. */
    interface Save extends Callback {
        long call(int handle, Pointer bytes, long capacity);
    }

    /** {@code restore}. */
    interface Restore extends Callback {
        int call(int handle, Pointer bytes, long size);
    }

    /** {@code editor_size}. */
    interface EditorSize extends Callback {
        long call(int handle, double scale);
    }

    /** {@code editor_open}. */
    interface EditorOpen extends Callback {
        int call(int handle, long window, double scale);
    }

    /** {@code editor_idle}. */
    interface EditorIdle extends Callback {
        int call(int editor, Pointer edits, int capacity);
    }

    /** {@code editor_resize}. */
    interface EditorResize extends Callback {
        void call(int editor, int width, int height);
    }

    /** {@code editor_show}. */
    interface EditorShow extends Callback {
        void call(int editor, int shown);
    }

    /** {@code editor_close}. */
    interface EditorClose extends Callback {
        void call(int editor);
    }

    @Override
    public void install(Pointer tables) {
        Callback[] functions = {
            (Set) (handle, control, value) -> guarded(() -> set(handle, control, value)),
            (Save) (handle, bytes, capacity) -> guarded(-1L, () -> save(handle, bytes, capacity)),
            (Restore) (handle, bytes, size) -> guarded(0, () -> restore(handle, bytes, size)),
            (EditorSize) (handle, scale) -> guarded(0L, () -> editors.size(handle, scale)),
            (EditorOpen) (handle, window, scale) -> guarded(-1, () -> editors.open(handle, window, scale)),
            (EditorIdle) (editor, edits, capacity) -> guarded(-1, () -> editors.idle(editor, edits, capacity)),
            (Set) (editor, control, value) -> guarded(() -> editors.port(editor, control, (float) value)),
            (EditorResize) (editor, width, height) -> guarded(() -> editors.resize(editor, width, height)),
            (EditorShow) (editor, shown) -> guarded(() -> editors.show(editor, shown != 0)),
            (EditorClose) editor -> guarded(() -> editors.close(editor)),
        };
        for (int slot = 0; slot < functions.length; slot++) Callbacks.put(tables, slot, functions[slot]);
    }

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail) {
        boolean hasPorts = detail == PLUGIN;
        Lv2Instance instance = new Lv2Instance(plugin, hasPorts, () -> close(handle));
        if (hasPorts) instance.fillDefaults(face);
        instances.put(handle, instance);
        return instance;
    }

    private void close(int handle) {
        Lv2Instance instance = instances.remove(handle);
        if (instance != null) editors.closeAllOf(instance);
    }

    private void set(int handle, int control, double value) {
        Lv2Instance instance = instances.get(handle);
        if (instance != null) instance.set(control, value);
    }

    private long save(int handle, Pointer bytes, long capacity) {
        Lv2Instance instance = instances.get(handle);
        if (instance == null) return -1;
        byte[] document = instance.plugin().saveState();
        if (document.length <= capacity) bytes.write(0, document, 0, document.length);
        return document.length;
    }

    private int restore(int handle, Pointer bytes, long size) {
        Lv2Instance instance = instances.get(handle);
        if (instance == null || size > Integer.MAX_VALUE) return 0;
        try {
            instance.plugin().loadState(bytes.getByteArray(0, (int) size));
            return 1;
        } catch (DocumentException notAState) {
            LOGGER.log(Level.WARNING, notAState.getMessage());
            return 0;
        }
    }

    /** Something that answers. */
    private interface Answer<T> {
        T get();
    }

    private static void guarded(Runnable call) {
        guarded(0, () -> {
            call.run();
            return 0;
        });
    }

    private static <T> T guarded(T refusal, Answer<T> call) {
        try {
            return call.get();
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "LV2: the call was refused", failure);
            return refusal;
        }
    }
}
