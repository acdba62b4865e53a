package io.arioso.editor.generic;

import java.util.ArrayList;
import java.util.List;

/** About how high the view of a model is at a width, without a window to measure in. */
final class HeightEstimate {
    private static final double HEADER = 48;
    private static final double METER = 33;
    private static final double METER_WIDTH = 220;
    private static final double STRIP = 48;
    private static final double SECTION = 52;
    private static final double LINE = 106;
    private static final double FRAME = 16;
    private static final double GAP = 8;

    private final EditorModel model;

    HeightEstimate(EditorModel model) {
        this.model = model;
    }

    /** Height in logical pixels. */
    double at(double width) {
        double inner = width - 2 * GAP;
        double height = HEADER + meters(inner) + 2 * GAP;
        List<Section> run = new ArrayList<>();
        for (EditorModel.Part part : model.parts()) {
            if (part.section().isPresent()) {
                run.add(part.section().get());
                continue;
            }
            List<Section> numbered = part.series().orElseThrow().items().get(0).sections();
            height += rows(run, inner) + STRIP + rows(numbered, inner);
            run.clear();
        }
        return height + rows(run, inner);
    }

    private double meters(double inner) {
        if (model.meters().isEmpty()) return 0;
        return FRAME + METER * Math.ceil(model.meters().size() / Math.max(1, Math.floor(inner / METER_WIDTH)));
    }

    private static double rows(List<Section> sections, double inner) {
        if (sections.isEmpty()) return 0;
        List<RowPlan.Block> blocks = sections.stream()
            .map(section -> new RowPlan.Block(section.cells().stream().map(Cell::columns).toList(), 1)).toList();
        double height = 0;
        for (RowPlan.Row row : RowPlan.of(blocks, inner, ControlKind.COLUMN, FRAME, GAP).rows()) {
            int lines = 0;
            double meters = 0;
            for (int at = 0; at < row.columns().size(); at++) {
                Section section = sections.get(row.first() + at);
                List<Integer> spans = blocks.get(row.first() + at).spans();
                lines = Math.max(lines, Placement.of(spans, row.columns().get(at)).lines());
                meters = Math.max(meters, section.meters().size() * METER);
            }
            height += SECTION + lines * LINE + meters;
        }
        return height;
    }
}
