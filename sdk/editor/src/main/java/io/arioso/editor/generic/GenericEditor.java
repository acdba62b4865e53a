package io.arioso.editor.generic;

import io.arioso.editor.Editor;
import io.arioso.editor.EditorContext;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The view that every effect gets that has none of its own: its parameters in groups, its meters, its presets. */
public final class GenericEditor implements Editor {

    @Override
    public Region open(EditorContext context) {
        return new VBox();
    }
}
