package io.arioso.editor;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * What is put into the window of an editor: the view, its look, its scale, and the clock that refreshes the context while
 * the window is shown, and not else. [JavaFX application thread]
 */
public final class EditorScene extends Scene implements AutoCloseable {
    /** The least and the greatest scale. */
    public static final double LEAST_SCALE = 0.75;
    /** The greatest scale. */
    public static final double GREATEST_SCALE = 3;
    private static final long FRAME_NANOS = 1_000_000_000L / 40;
    private static final double POPUP_FONT = 13;

    private final OpenEditor editor;
    private final EditorContext context;
    private final ScaledPane pane;
    private final Clock clock = new Clock();
    private final ChangeListener<Boolean> visibility = (window, was, is) -> tick();
    private String popupSheet = "";
    private double scale = 1;

    /** A scene of an open editor, dark, at scale 1. */
    public EditorScene(OpenEditor editor, EditorContext context) {
        super(new ScaledPane(editor.root()), editor.preferredSize().width(), editor.preferredSize().height());
        this.editor = editor;
        this.context = context;
        pane = (ScaledPane) getRoot();
        pane.getStyleClass().add("arioso");
        Theme.DARK.applyTo(this);
        windowProperty().addListener(this::moved);
    }

    /** The scale now; 1 is 96 dots to the inch. */
    public double scale() {
        return scale;
    }

    /** Sets the scale, clamped to 0.75 to 3; the window keeps its size. */
    public void setScale(double factor) {
        scale = Math.max(LEAST_SCALE, Math.min(GREATEST_SCALE, factor));
        pane.setScale(scale);
        // Menus and hints are windows of their own, where the transform of the content does not reach.
        getStylesheets().remove(popupSheet);
        popupSheet = "data:text/css,.context-menu,.tooltip,.combo-box-popup{-fx-font-size:"
            + String.format(Locale.ROOT, "%.1f", POPUP_FONT * scale) + "px}";
        getStylesheets().add(popupSheet);
    }

    /** Gives it another look. */
    public void setTheme(Theme theme) {
        theme.applyTo(this);
    }

    /** The size to begin with, in the window's pixels. */
    public EditorSize preferredSize() {
        return scaled(editor.preferredSize());
    }

    /** The least size at which nothing is cut off, in the window's pixels. */
    public EditorSize leastSize() {
        return scaled(editor.leastSize());
    }

    /** Stops the clock and ends the view. */
    @Override
    public void close() {
        clock.stop();
        editor.close();
    }

    private EditorSize scaled(EditorSize size) {
        return new EditorSize(size.width() * scale, size.height() * scale);
    }

    private void moved(ObservableValue<? extends Window> property, Window from, Window to) {
        if (from != null) from.showingProperty().removeListener(visibility);
        if (from instanceof Stage stage) stage.iconifiedProperty().removeListener(visibility);
        if (to != null) to.showingProperty().addListener(visibility);
        if (to instanceof Stage stage) stage.iconifiedProperty().addListener(visibility);
        tick();
    }

    private void tick() {
        Window window = getWindow();
        boolean seen = window != null && window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
        if (seen) clock.start();
        else clock.stop();
    }

    private final class Clock extends AnimationTimer {
        private long last;

        @Override
        public void handle(long nanos) {
            if (nanos - last < FRAME_NANOS) return;
            last = nanos;
            context.refresh();
        }
    }
}
