package io.arioso.editor;

/**
 * Where a view's edits go: the effect in the same process, or the link to the other one. Every edit lies between one
 * begin and one end, which hosts record as one gesture and undo as one step. [JavaFX application thread]
 */
public interface ParameterEdits {

    /** The user takes hold of a parameter. */
    void begin(EditorParameter parameter);

    /** The user moves it to a legal plain value. */
    void edit(EditorParameter parameter, double plain);

    /** The user lets go. */
    void end(EditorParameter parameter);
}
