package io.arioso.bridge.editor;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The open editors of one bundle. The editor's process is started, or found, when the first editor opens and again after
 * it has died; that happens on a thread of its own, the DAW's threads only leave word.
 */
final class EditorSession {
    private static final System.Logger LOGGER = System.getLogger(EditorSession.class.getName());

    private final EditorProcess process;
    // Behind this object's lock, under which nothing of an editor or a connection is called.
    private final List<RemoteEditor> waiting = new ArrayList<>();
    private EditorConnection connection;
    private boolean starting;

    /** A session without editors; starts nothing. Null where the bundle has no editors. */
    EditorSession(EditorProcess process) {
        this.process = process;
    }

    /**
     * Opens an editor. [main-thread]
     *
     * @param parent X11 window to live in; 0 for a window of its own
     */
    EditorWindow open(EditedInstance instance, long parent, String title, double scale, EditorOwner owner) {
        RemoteEditor editor = new RemoteEditor(this, instance, parent, title, scale, owner);
        ensureOpen(editor);
        return editor;
    }

    /** Opens an editor unless it is open or on its way. */
    void ensureOpen(RemoteEditor editor) {
        EditorConnection ready;
        synchronized (this) {
            if (waiting.contains(editor)) return;
            ready = connection;
            if (ready == null) waiting.add(editor);
            if (ready == null && !starting) {
                starting = true;
                Thread starter = new Thread(() -> connect(editor.scale()), "arioso editor start");
                starter.setDaemon(true);
                starter.start();
            }
        }
        if (ready == null) return;
        if (ready.editors().contains(editor)) ready.adjustPolling();
        else ready.open(editor);
    }

    private void connect(double scale) {
        EditorProcess.Running running = null;
        try {
            if (process == null) throw new IOException("the bundle has no files for it");
            running = process.connect(scale);
            new EditorConnection(running, this).start();
        } catch (IOException | RuntimeException failure) {
            LOGGER.log(Level.WARNING, "no editor: {0}", failure.getMessage());
            if (running != null) running.kill();
            ended(null, "The editor's process cannot be started: " + failure.getMessage());
        }
    }

    /** The process has answered: what waits is opened. [the link's thread] */
    void greeted(EditorConnection answering) {
        List<RemoteEditor> next;
        synchronized (this) {
            starting = false;
            connection = answering;
            next = List.copyOf(waiting);
            waiting.clear();
        }
        for (RemoteEditor editor : next) answering.open(editor);
    }

    /** A process has ended or never come; null for none. */
    void ended(EditorConnection ending, String why) {
        List<RemoteEditor> lost = new ArrayList<>();
        synchronized (this) {
            if (ending != null && ending == connection) connection = null;
            else starting = false;
            if (!starting && connection == null) {
                lost.addAll(waiting);
                waiting.clear();
            }
        }
        if (ending != null) lost.addAll(ending.editors());
        for (RemoteEditor editor : lost) editor.lost(why);
    }

    /** An editor has ended. */
    void forget(RemoteEditor editor) {
        EditorConnection now;
        synchronized (this) {
            waiting.remove(editor);
            now = connection;
        }
        if (now != null) now.forget(editor);
    }

    /** An editor was shown or hidden. */
    void visibilityChanged() {
        EditorConnection now;
        synchronized (this) {
            now = connection;
        }
        if (now != null) now.adjustPolling();
    }
}
