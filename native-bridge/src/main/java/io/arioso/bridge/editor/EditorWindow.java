package io.arioso.bridge.editor;

/**
 * One open editor of one instance. [main-thread] No call waits for the editor's process: the window appears when it is
 * ready. Sizes are physical pixels.
 */
public interface EditorWindow extends AutoCloseable {

    /** Width as last set by either side. */
    int width();

    /** Height as last set by either side. */
    int height();

    /** The DAW has given it another size; clamped to what the editor bears. */
    void resize(int width, int height);

    /** The DAW's scale factor, 1 for 96 dots an inch. */
    void scale(double factor);

    /** Shows it. */
    void show();

    /** Hides it without losing it. */
    void hide();

    /** Closes it; the parent window may already be gone. */
    @Override
    void close();
}
