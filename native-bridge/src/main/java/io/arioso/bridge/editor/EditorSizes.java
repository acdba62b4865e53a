package io.arioso.bridge.editor;

import io.arioso.bridge.editor.Editors.Size;

/** The sizes of editors that both processes know without a view: those of {@code Editor}'s defaults. */
public final class EditorSizes {
    private static final Size PREFERRED = new Size(720, 480);
    private static final Size LEAST = new Size(480, 320);

    private EditorSizes() {
    }

    /** The size that every editor begins with, in physical pixels. */
    public static Size preferred(double scale) {
        return scaled(PREFERRED, scale);
    }

    /** The size below which no editor goes, in physical pixels. */
    public static Size least(double scale) {
        return scaled(LEAST, scale);
    }

    private static Size scaled(Size logical, double scale) {
        return new Size((int) Math.round(logical.width() * scale), (int) Math.round(logical.height() * scale));
    }
}
