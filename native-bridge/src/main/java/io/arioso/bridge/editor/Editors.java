package io.arioso.bridge.editor;

import io.arioso.bridge.BridgedPlugin;

/** Opens editors. All of them live in one process of their own, which ends with the DAW. [main-thread] */
public final class Editors {
    private Editors() {
    }

    /** A size in physical pixels. */
    public record Size(int width, int height) {
    }

    /** Whether an editor can be opened: there is a display and the bundle has the editor's files. Cheap. */
    public static boolean available() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The size that an instance's editor begins with; needs no process. */
    public static Size preferredSize(BridgedPlugin plugin, double scale) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The least size of every editor at a scale. */
    public static Size leastSize(double scale) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Opens an editor inside an X11 window of the DAW. */
    public static EditorWindow embed(BridgedPlugin plugin, long parentWindow, double scale, EditorOwner owner) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Opens an editor in a window of its own. */
    public static EditorWindow floating(BridgedPlugin plugin, String title, double scale, EditorOwner owner) {
        throw new UnsupportedOperationException("not there yet");
    }
}
