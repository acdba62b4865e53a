package io.arioso.bridge.screen;

import io.arioso.editor.EditorSize;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Fills a window with a view: as large as the window allows, never below its least size, magnified by a factor. */
final class ScaledPane extends Region {
    private final Scale magnification = new Scale(1, 1);
    private Runnable beforeFirstLayout;
    private Region content = new Region();
    private EditorSize least = new EditorSize(1, 1);

    /**
     * An empty pane.
     *
     * @param beforeFirstLayout runs once, when the window has been made and is not shown yet
     */
    ScaledPane(Runnable beforeFirstLayout) {
        this.beforeFirstLayout = beforeFirstLayout;
    }

    void show(Region newContent, EditorSize leastSize) {
        content.getTransforms().remove(magnification);
        content = newContent;
        least = leastSize;
        content.setManaged(false);
        content.getTransforms().add(magnification);
        getChildren().setAll(content);
        requestLayout();
    }

    /** Pixels of the window for one of the view. */
    void magnify(double factor) {
        magnification.setX(factor);
        magnification.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (beforeFirstLayout != null) beforeFirstLayout.run();
        beforeFirstLayout = null;
        EditorSize size = new EditorSize(Math.max(1, getWidth() / magnification.getX()),
            Math.max(1, getHeight() / magnification.getY())).atLeast(least);
        content.resizeRelocate(0, 0, size.width(), size.height());
    }
}
