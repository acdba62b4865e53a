package io.arioso.editor;

import io.arioso.editor.generic.GenericEditor;
import javafx.scene.layout.Region;

/** Opens the view of an effect: its own, or the one that every effect gets. [JavaFX application thread] */
public final class Editors {
    private static final System.Logger LOG = System.getLogger(Editors.class.getName());

    private Editors() {
    }

    /**
     * Opens the view of an effect. Never fails because of the effect: a view of its own that cannot be made is replaced
     * by the one that every effect gets, and {@link OpenEditor#fault} says why.
     *
     * @param className {@code PluginInfo.editor}: binary name of the view, empty for none
     * @param classes   the loader of the effect's jar
     */
    public static OpenEditor open(String className, ClassLoader classes, EditorContext context) {
        if (className.isEmpty()) return open(new GenericEditor(), context, "");
        Editor own = null;
        try {
            own = classes.loadClass(className).asSubclass(Editor.class).getConstructor().newInstance();
            return open(own, context, "");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
            String why = "The view of " + context.name() + " could not be opened: " + reason(refused);
            LOG.log(System.Logger.Level.WARNING, why, refused);
            if (own != null) close(own);
            return open(new GenericEditor(), context, why);
        }
    }

    private static OpenEditor open(Editor editor, EditorContext context, String fault) {
        Region root = editor.open(context);
        if (root == null) throw new IllegalStateException(editor.getClass().getName() + " opened nothing");
        return new OpenEditor(root, editor.preferredSize(), editor.leastSize(), fault, () -> close(editor));
    }

    private static void close(Editor editor) {
        try {
            editor.close();
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(System.Logger.Level.WARNING, editor.getClass().getName() + " could not be closed", failure);
        }
    }

    private static String reason(Throwable refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
