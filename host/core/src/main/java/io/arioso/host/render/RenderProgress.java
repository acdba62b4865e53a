package io.arioso.host.render;

/** Hears after every block how far a render has come, and may end it. Called by the rendering thread. */
public interface RenderProgress {
    /** Says nothing and never ends it. */
    RenderProgress NONE = (stage, done, total) -> true;

    /**
     * A stretch is done.
     *
     * @param stage what is being done, for example {@code measuring} or {@code rendering, pass 2}
     * @param done frames of this stage, 0 or more
     * @param total frames of this stage, -1 if unknown
     * @return false to end the render; nothing then stands under the final name
     */
    boolean advanced(String stage, long done, long total);
}
