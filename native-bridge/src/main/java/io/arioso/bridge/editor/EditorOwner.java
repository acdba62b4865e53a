package io.arioso.bridge.editor;

/**
 * What a format does for an open editor. [the bridge's own thread] Never waits for the DAW's main thread, which may be
 * waiting in {@link EditorWindow#close}; after that has returned nothing here is called any more.
 */
public interface EditorOwner {

    /** The editor wants another size, in physical pixels. */
    void resizeWanted(int width, int height);

    /** The user has closed a floating editor, or the editor's process cannot go on; why is empty or one sentence. */
    void closed(String why);
}
