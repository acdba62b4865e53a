package io.arioso.bridge.lv2;

import com.sun.jna.Pointer;
import io.arioso.bridge.AudioBlock;
import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.editor.EditorOwner;
import io.arioso.bridge.editor.EditorWindow;
import io.arioso.bridge.editor.Editors;
import java.lang.System.Logger.Level;
import java.util.Arrays;

/**
 * One open editor of an LV2 host: the host's ports on one side, an instance and its window on the other. The instance
 * is the plug-in itself if the host gives access to it, else a model that only the editor has.
 */
final class Lv2Editor implements EditorOwner {
    private static final System.Logger LOGGER = System.getLogger(Lv2Editor.class.getName());
    /** An edit's kind behind those of {@link AudioBlock}: the window wants a width and a height. */
    private static final int RESIZE = 3;
    private static final int EDIT_BYTES = 16;
    private static final int BYPASS = -1;
    private static final int CLOSED = -1;

    private final Lv2Instance instance;
    private final EditorWindow window;
    /** What the host's ports hold as far as is known: bypass, then the controls; NaN where it has not said. */
    private final float[] ports;
    private int movesSeen;
    private volatile boolean closed;
    private volatile Editors.Size wanted;
    private int filled;

    Lv2Editor(Lv2Instance instance, long parent, double scale) {
        this.instance = instance;
        ports = new float[instance.controls().size() + 1];
        Arrays.fill(ports, Float.NaN);
        movesSeen = instance.moves();
        BridgedPlugin plugin = instance.plugin();
        window = parent == 0 ? Editors.floating(plugin, plugin.descriptor().name(), scale, this)
            : Editors.embed(plugin, parent, scale, this);
    }

    boolean shows(Lv2Instance shown) {
        return instance == shown;
    }

    EditorWindow window() {
        return window;
    }

    /** Takes over what the host says of a port. */
    void port(int control, float value) {
        BridgedParameter parameter = instance.control(control);
        if (parameter == null) return;
        if (!parameter.isMeter()) ports[control + 1] = value;
        if (instance.hasPorts()) return; // its ports tell it
        if (parameter.isMeter()) parameter.meter().publish(value);
        else instance.set(control, value);
    }

    /** Writes what the user has done since into memory of 16 bytes an edit; returns how many, or that it is closed. */
    int idle(Pointer edits, int capacity) {
        if (closed) return CLOSED;
        filled = 0;
        instance.plugin().edits().drain((kind, index, plain) -> {
            BridgedParameter parameter = instance.plugin().parameters().get(index);
            return parameter.isMeter() || add(edits, capacity, kind, parameter.control(), plain);
        });
        if (filled < capacity && movesSeen != instance.moves()) addMoved(edits, capacity);
        Editors.Size size = wanted;
        if (size != null && add(edits, capacity, RESIZE, size.width(), size.height())) wanted = null;
        return filled;
    }

    /** A loaded preset moved parameters: the ports follow. */
    private void addMoved(Pointer edits, int capacity) {
        int moves = instance.moves();
        for (int control = BYPASS; control < instance.controls().size(); control++) {
            BridgedParameter parameter = instance.control(control);
            if (parameter == null) continue;
            double plain = instance.plugin().plain(parameter);
            if ((float) plain == ports[control + 1]) continue;
            if (!add(edits, capacity, AudioBlock.VALUE, control, plain)) return;
        }
        movesSeen = moves;
    }

    private boolean add(Pointer edits, int capacity, int kind, int control, double value) {
        if (filled == capacity) return false;
        long at = (long) filled * EDIT_BYTES;
        edits.setInt(at, kind);
        edits.setInt(at + 4, control);
        edits.setDouble(at + 8, value);
        if (kind == AudioBlock.VALUE) ports[control + 1] = (float) value;
        filled++;
        return true;
    }

    @Override
    public void resizeWanted(int width, int height) {
        wanted = new Editors.Size(width, height);
    }

    @Override
    public void closed(String why) {
        if (!why.isEmpty())
            LOGGER.log(Level.WARNING, instance.plugin().descriptor().name() + ": no editor: " + why);
        closed = true;
    }
}
