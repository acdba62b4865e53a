package io.arioso.editor.generic;

import io.arioso.editor.Editor;
import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorSize;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The view that every effect gets that has none of its own: header with presets and bypass, a line for faults,
 * meters, and all parameters in sections that wrap with the width and scroll beyond the height.
 */
public final class GenericEditor implements Editor {
    private static final EditorSize LEAST = new EditorSize(480, 240);
    private static final double PREFERRED_WIDTH = 960;
    private static final double MOST_HEIGHT = 720;
    private static final double COMPACT_WIDTH = 640;
    private static final int FEW_CELLS = 12;

    private final List<Runnable> endings = new ArrayList<>();
    private EditorSize preferred = LEAST;

    /** A view that is not open yet. */
    public GenericEditor() {
    }

    @Override
    public Region open(EditorContext context) {
        EditorModel model = EditorModel.of(context);
        Header header = new Header(context, model.bypass());
        endings.add(header::dispose);
        MeterRow meters = new MeterRow(model.meters());
        endings.add(meters::dispose);
        SectionRows rows = new SectionRows();
        rows.getStyleClass().add("section-rows");
        rows.show(model.parts().stream().map(this::view).toList());
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("editor-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox root = new VBox(header, faultLine(context), meters, scroll);
        root.getStyleClass().add("generic-editor");
        preferred = preferredSize(model);
        return root;
    }

    @Override
    public EditorSize preferredSize() {
        return preferred;
    }

    @Override
    public EditorSize leastSize() {
        return LEAST;
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        endings.clear();
    }

    private Region view(EditorModel.Part part) {
        if (part.section().isPresent()) {
            SectionView section = new SectionView(part.section().get());
            endings.add(section::dispose);
            return section;
        }
        SeriesView series = new SeriesView(part.series().orElseThrow());
        endings.add(series::dispose);
        return series;
    }

    private Label faultLine(EditorContext context) {
        Label fault = new Label();
        fault.getStyleClass().add("fault-line");
        fault.setWrapText(true);
        fault.setMaxWidth(Double.MAX_VALUE);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        ChangeListener<String> show = (property, was, sentence) -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            fault.setManaged(!sentence.isEmpty());
        };
        show.changed(null, "", context.faultProperty().get());
        context.faultProperty().addListener(show);
        endings.add(() -> context.faultProperty().removeListener(show));
        return fault;
    }

    private static EditorSize preferredSize(EditorModel model) {
        int cells = model.parts().stream().mapToInt(part -> part.section().map(section -> section.cells().size())
            .orElse(FEW_CELLS)).sum();
        double width = cells < FEW_CELLS ? COMPACT_WIDTH : PREFERRED_WIDTH;
        return new EditorSize(width, Math.min(MOST_HEIGHT, new HeightEstimate(model).at(width))).atLeast(LEAST);
    }
}
