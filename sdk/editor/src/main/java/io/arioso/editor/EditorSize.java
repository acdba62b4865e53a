package io.arioso.editor;

/**
 * The size of a view in logical pixels: 96 to the inch at scale 1, whatever the screen.
 *
 * @param width  above 0
 * @param height above 0
 */
public record EditorSize(double width, double height) {

    /** Checks that both are above 0. */
    public EditorSize {
        if (!(width > 0 && height > 0))
            throw new IllegalArgumentException("editor size " + width + " x " + height + " is not above 0");
    }

    /** The larger width and the larger height of both. */
    public EditorSize atLeast(EditorSize least) {
        return new EditorSize(Math.max(width, least.width), Math.max(height, least.height));
    }
}
