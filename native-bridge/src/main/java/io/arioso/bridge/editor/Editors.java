package io.arioso.bridge.editor;

import io.arioso.bridge.BridgedPlugin;
import java.util.Optional;

/** Opens editors. All of them live in one process of their own, which ends with the DAW. [main-thread] */
public final class Editors {
    private static final Optional<EditorSetup> SETUP = EditorSetup.ofBundle();
    private static final EditorSession SESSION = new EditorSession(SETUP.map(EditorProcess::new).orElse(null));

    private Editors() {
    }

    /** A size in physical pixels. */
    public record Size(int width, int height) {
    }

    /** Whether an editor can be opened: there is a display and the bundle has the editor's files. Cheap. */
    public static boolean available() {
        return SETUP.map(setup -> Display.answers(setup.display())).orElse(false);
    }

    /** The size that an instance's editor begins with; needs no process. */
    public static Size preferredSize(BridgedPlugin plugin, double scale) {
        return EditorSizes.preferred(scale);
    }

    /** The least size of every editor at a scale. */
    public static Size leastSize(double scale) {
        return EditorSizes.least(scale);
    }

    /**
     * Opens an editor inside an X11 window of the DAW. Returns at once; if it cannot be opened the owner hears why.
     *
     * @param scale the DAW's scale factor, 1 for 96 dots an inch
     */
    public static EditorWindow embed(BridgedPlugin plugin, long parentWindow, double scale, EditorOwner owner) {
        return SESSION.open(new BridgedInstance(plugin), parentWindow, plugin.descriptor().name(), scale, owner);
    }

    /** Opens an editor in a window of its own. As {@link #embed}. */
    public static EditorWindow floating(BridgedPlugin plugin, String title, double scale, EditorOwner owner) {
        return SESSION.open(new BridgedInstance(plugin), 0, title, scale, owner);
    }
}
