package io.arioso.editor;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Fills a window with a view: as large as the window allows, never below its least size, magnified by a factor. */
final class ScaledPane extends Region {
    private final Scale magnification = new Scale(1, 1);
    private Runnable beforeFirstLayout;
    private Region content = new Region();
    private EditorSize least = new EditorSize(1, 1);

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

    void magnify(double factor) {
        magnification.setX(factor);
        magnification.setY(factor);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return least.width() * magnification.getX();
    }

    @Override
    protected double computePrefHeight(double width) {
        return least.height() * magnification.getY();
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
