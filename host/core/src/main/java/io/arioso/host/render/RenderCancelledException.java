package io.arioso.host.render;

/** The render was ended by its {@link RenderProgress}. */
public final class RenderCancelledException extends Exception {
    private static final long serialVersionUID = 1;

    RenderCancelledException(String name) {
        super(name + ": interrupted; nothing was written");
    }
}
