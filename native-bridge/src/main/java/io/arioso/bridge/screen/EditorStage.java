package io.arioso.bridge.screen;

import com.sun.javafx.stage.WindowHelper;
import io.arioso.editor.EditorScene;
import io.arioso.editor.EditorSize;
import io.arioso.host.link.LinkMessage.Place;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/**
 * The window around a view: a child of the DAW's window, or one of its own. Sizes are physical pixels.
 * [JavaFX application thread]
 */
final class EditorStage {
    /** Pixels of the screen for one of JavaFX, the same for all windows of the process. */
    private final double outputScale = Screen.getPrimary().getOutputScaleX();
    private final Stage stage = new Stage();
    private final EditorScene scene;
    private final long parent;
    private final Runnable onFirstPicture;
    private EmbeddedWindow embedded;
    private double scale;
    private int width;
    private int height;
    private int pulses;
    private boolean shown;
    private boolean mouseInside;
    private boolean mouseDown;

    /**
     * A window that is not shown yet.
     *
     * @param onClose the user closes a window of its own
     * @param onFirstPicture runs once, when something can be seen
     */
    EditorStage(Place place, Runnable onClose, Runnable onFirstPicture) {
        parent = place.parent();
        this.onFirstPicture = onFirstPicture;
        scale = place.scale();
        width = place.width();
        height = place.height();
        scene = new EditorScene(this::embed);
        stage.setScene(scene);
        stage.setTitle(place.title());
        stage.initStyle(isEmbedded() ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        if (isEmbedded()) {
            // JavaFX gives the window this place again and again, and it is now one inside the parent.
            stage.setX(0);
            stage.setY(0);
            followKeyboard();
        }
        stage.setOnCloseRequest(closing -> {
            closing.consume();
            onClose.run();
        });
        scene.addPostLayoutPulseListener(this::countPulse);
    }

    private boolean isEmbedded() {
        return parent != 0;
    }

    /** Puts a view into the window. */
    void show(Region view, EditorSize least) {
        scene.show(view, least);
    }

    /** Shows or hides the window. */
    void show(boolean visible) {
        if (visible == shown) return;
        shown = visible;
        if (isEmbedded() && embedded != null) {
            embedded.map(visible);
        } else if (visible) {
            applySize();
            stage.show();
            if (embedded != null) embedded.map(true);
        } else {
            stage.hide();
        }
    }

    /** Whether somebody may see it. */
    boolean isShown() {
        return shown;
    }

    void resize(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        applySize();
    }

    void scale(double factor) {
        scale = factor;
        applySize();
    }

    private void applySize() {
        scene.setScale(scale / outputScale);
        stage.setWidth(width / outputScale + frame(stage.getWidth() - scene.getWidth()));
        stage.setHeight(height / outputScale + frame(stage.getHeight() - scene.getHeight()));
    }

    // Unknown until the window manager has made the frame; then the window is a little smaller than asked for.
    private double frame(double measured) {
        return isEmbedded() || !(measured > 0) ? 0 : measured;
    }

    private void embed() {
        if (isEmbedded()) embedded = new EmbeddedWindow(WindowHelper.getPeer(stage).getRawHandle(), parent);
    }

    /** Whether the DAW has destroyed the window around it. */
    boolean isLost() {
        return embedded != null && embedded.parentGone();
    }

    /** Keeps an embedded window where it belongs; called at frame rate while it is shown. */
    void keepInPlace() {
        if (embedded == null) return;
        embedded.keepInPlace(width, height);
        if (!mouseInside && !mouseDown && !isTyping() && !hasPopup()) embedded.giveFocusBack();
    }

    // A DAW's keys belong to the DAW; an editor has them between a click and the mouse's leaving, or while one types.
    private void followKeyboard() {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> {
            mouseDown = true;
            embedded.takeFocus();
        });
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released -> mouseDown = false);
        scene.setOnMouseEntered(entered -> mouseInside = true);
        scene.setOnMouseExited(exited -> mouseInside = false);
    }

    private boolean isTyping() {
        return stage.isFocused() && scene.getFocusOwner() instanceof TextInputControl;
    }

    private boolean hasPopup() {
        for (Window window : Window.getWindows())
            if (window instanceof PopupWindow popup && popup.getOwnerWindow() == stage) return true;
        return false;
    }

    private void countPulse() {
        if (!stage.isShowing() || pulses == 2) return;
        // The first pulse lays out and renders, the second begins when that is done.
        if (++pulses < 2) return;
        // Between the window manager and the toolkit the size of a new window is sometimes lost.
        if (!isEmbedded()) Platform.runLater(this::applySize);
        onFirstPicture.run();
    }

    /** Ends the window. */
    void close() {
        if (embedded != null) embedded.release();
        stage.close();
    }
}
