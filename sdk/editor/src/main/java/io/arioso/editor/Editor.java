package io.arioso.editor;

import javafx.scene.layout.Region;

/**
 * An effect's own view. Named in {@code PluginInfo.editor}, made anew for every time that it is opened.
 *
 * <p>An editor sees parameters, meters and presets through its {@link EditorContext}, and never the processor: under
 * a DAW it lives in another process than the sound. An exception that any of its methods throws costs only the view,
 * which is then replaced by the one that every effect gets.
 *
 * <p>All calls come from the JavaFX application thread.
 */
public interface Editor extends AutoCloseable {

    /**
     * Makes the view. Called once, before it is shown.
     *
     * @param context what the view shows and moves, until {@link #close}
     * @return the root of the view; it fills whatever space it is given, at least {@link #leastSize}
     */
    Region open(EditorContext context);

    /** The size to begin with. */
    default EditorSize preferredSize() {
        return new EditorSize(720, 480);
    }

    /** The least size at which nothing is cut off. */
    default EditorSize leastSize() {
        return new EditorSize(480, 320);
    }

    /** Ends what {@link #open} began; called once. Whoever shows the view also calls it when it is opened in vain. */
    @Override
    default void close() {
    }
}
