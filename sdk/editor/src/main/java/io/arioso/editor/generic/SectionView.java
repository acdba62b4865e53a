package io.arioso.editor.generic;

import io.arioso.editor.EditorMeter;
import io.arioso.editor.control.MeterBar;
import io.arioso.editor.control.SwitchControl;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * A section: its title, the switch of the whole group, and its controls in a grid. Labels of a line share their height
 * and stand right above the controls, whose middles are on one line.
 */
final class SectionView extends Region {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final double TITLE_HEIGHT = 28;
    private static final double LABEL_GAP = 4;
    private static final double LINE_GAP = 10;
    private static final double CELL_MARGIN = 4;
    private static final double METER_GAP = 8;
    /** Controls that stand further apart do not look like one group. */
    private static final double WIDEST_COLUMN = 128;

    private final Section section;
    private final Label title = new Label();
    private final List<CellView> cells = new ArrayList<>();
    private final List<MeterBar> meters = new ArrayList<>();
    private SwitchControl toggle;
    private Subscription following = Subscription.EMPTY;
    private int columns = 1;

    SectionView(Section section) {
        this.section = section;
        getStyleClass().add("section");
        title.setText(section.title());
        title.getStyleClass().add("section-title");
        getChildren().add(title);
        section.toggle().ifPresent(parameter -> {
            toggle = new SwitchControl(parameter);
            toggle.getStyleClass().add("group-switch");
            getChildren().add(toggle);
            following = parameter.plainProperty().subscribe(plain ->
                pseudoClassStateChanged(OFF, plain.doubleValue() == 0));
        });
        for (Cell cell : section.cells()) {
            CellView view = CellView.of(cell);
            cells.add(view);
            getChildren().addAll(view.label(), view.control());
        }
        for (EditorMeter meter : section.meters()) {
            MeterBar bar = new MeterBar(meter, section.meterLabel(meter));
            meters.add(bar);
            getChildren().add(bar);
        }
    }

    /** What the plan of rows needs to know. */
    RowPlan.Block block() {
        double titleWidth = title.prefWidth(-1) + (toggle == null ? 0 : toggle.prefWidth(-1) + METER_GAP);
        return new RowPlan.Block(spans(), (int) Math.max(1, Math.ceil(titleWidth / ControlKind.COLUMN)));
    }

    /** Says in how many columns the controls stand. */
    void setColumns(int newColumns) {
        if (newColumns == columns) return;
        columns = newColumns;
        requestLayout();
    }

    void dispose() {
        following.unsubscribe();
        if (toggle != null) toggle.dispose();
        cells.forEach(cell -> cell.control().dispose());
        meters.forEach(MeterBar::dispose);
    }

    private List<Integer> spans() {
        return section.cells().stream().map(Cell::columns).toList();
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns * ControlKind.COLUMN + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /** Places everything for a width, or only finds the height that this takes. */
    private double arrange(double width, boolean apply) {
        double left = getInsets().getLeft();
        double inner = width - left - getInsets().getRight();
        double y = getInsets().getTop();
        if (apply) arrangeTitle(left, y, inner);
        y += TITLE_HEIGHT;
        Placement placement = Placement.of(spans(), columns);
        for (int line = 0; line < placement.lines(); line++) {
            y = arrangeLine(placement, line, y, Math.min(WIDEST_COLUMN, inner / columns), apply) + LINE_GAP;
        }
        if (placement.lines() > 0) y -= LINE_GAP;
        for (MeterBar meter : meters) {
            y += METER_GAP;
            double height = meter.prefHeight(-1);
            if (apply) meter.resizeRelocate(left + CELL_MARGIN, y, inner - 2 * CELL_MARGIN, height);
            y += height;
        }
        return y + getInsets().getBottom();
    }

    private void arrangeTitle(double left, double y, double inner) {
        double toggleWidth = toggle == null ? 0 : toggle.prefWidth(-1);
        title.resizeRelocate(left + CELL_MARGIN, y, inner - toggleWidth - CELL_MARGIN, TITLE_HEIGHT);
        if (toggle != null) toggle.resizeRelocate(left + inner - toggleWidth, y, toggleWidth, TITLE_HEIGHT);
    }

    private double arrangeLine(Placement placement, int line, double y, double columnWidth, boolean apply) {
        double labelHeight = 0;
        double axis = 0;
        double below = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            Placement.Spot spot = placement.spots().get(cell);
            if (spot.line() != line) continue;
            double width = spot.span() * columnWidth - 2 * CELL_MARGIN;
            CellView view = cells.get(cell);
            labelHeight = Math.max(labelHeight, view.label().prefHeight(width));
            axis = Math.max(axis, view.control().axis());
            below = Math.max(below, view.control().prefHeight(width) - view.control().axis());
        }
        double bottom = y + labelHeight + LABEL_GAP + axis + below;
        if (!apply) return bottom;
        for (int cell = 0; cell < cells.size(); cell++) {
            Placement.Spot spot = placement.spots().get(cell);
            if (spot.line() != line) continue;
            double x = getInsets().getLeft() + spot.column() * columnWidth + CELL_MARGIN;
            double width = spot.span() * columnWidth - 2 * CELL_MARGIN;
            CellView view = cells.get(cell);
            double own = view.label().prefHeight(width);
            view.label().resizeRelocate(x, y + labelHeight - own, width, own);
            double top = y + labelHeight + LABEL_GAP + axis - view.control().axis();
            view.control().resizeRelocate(x, top, width, view.control().prefHeight(width));
        }
        return bottom;
    }
}
