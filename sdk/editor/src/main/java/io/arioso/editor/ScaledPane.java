package io.arioso.editor;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A pane whose content is drawn larger or smaller as a whole: vectors and text, nothing is blurred. */
final class ScaledPane extends Region {
    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ScaledPane(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void setScale(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
