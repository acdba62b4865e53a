package io.arioso.editor;

import javafx.scene.layout.Region;

/**
 * An editor that has been opened: what whoever shows it puts into a window. [JavaFX application thread]
 *
 * @param root          the view, to be made the content of a window
 * @param preferredSize the size to begin with
 * @param leastSize     the least size at which nothing is cut off
 * @param fault         why the effect's own view could not be opened, empty if it was or there is none
 * @param closing       what ends the view
 */
public record OpenEditor(Region root, EditorSize preferredSize, EditorSize leastSize, String fault, Runnable closing)
    implements AutoCloseable {

    /** Ends the view; the window around it is not touched. */
    @Override
    public void close() {
        closing.run();
    }
}
