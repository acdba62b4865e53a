package io.arioso.editor;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * What is put into the window of an editor: a view with its look and its scale. The view fills the window, and is cut
 * off rather than squeezed below its least size. [JavaFX application thread]
 */
public final class EditorScene extends Scene {
    private static final double POPUP_FONT = 13;

    private final ScaledPane pane;
    private String popupSheet = "";
    private double scale = 1;

    /** An empty scene in the user's theme, at scale 1. */
    public EditorScene() {
        this(() -> { });
    }

    /**
     * An empty scene in the user's theme, at scale 1.
     *
     * @param beforeFirstLayout runs once, when the window has been made and is not shown yet
     */
    public EditorScene(Runnable beforeFirstLayout) {
        super(new ScaledPane(beforeFirstLayout));
        pane = (ScaledPane) getRoot();
        pane.getStyleClass().add("arioso");
        setTheme(Theme.preferred());
    }

    /** Shows a view, in place of the one before. */
    public void show(Region view, EditorSize least) {
        pane.show(view, least);
    }

    /** Pixels of the window for one of the view. */
    public double scale() {
        return scale;
    }

    /**
     * Draws the view and its menus larger or smaller as a whole: vectors and text, so nothing is blurred. The window
     * keeps its size.
     *
     * @param factor pixels of the window for one of the view, above 0
     */
    public void setScale(double factor) {
        if (!(factor > 0)) throw new IllegalArgumentException("editor scale " + factor + " is not above 0");
        scale = factor;
        pane.magnify(factor);
        // Menus and hints are windows of their own, where the transform of the view does not reach.
        getStylesheets().remove(popupSheet);
        popupSheet = "data:text/css,.context-menu,.tooltip,.combo-box-popup{-fx-font-size:"
            + String.format(Locale.ROOT, "%.1f", POPUP_FONT * factor) + "px}";
        getStylesheets().add(popupSheet);
    }

    /** Gives it another look. */
    public void setTheme(Theme theme) {
        theme.applyTo(this);
    }

    /** The size that the window should have for the view to have one. */
    public void setPreferredSize(double width, double height) {
        pane.setPrefSize(width, height);
    }
}
