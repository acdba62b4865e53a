package io.arioso.editor.generic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Sections in rows that fill the width, see {@link RowPlan}; a series has a row of its own. */
final class SectionRows extends Region {
    private static final double GAP = 8;
    private static final double LEAST_WIDTH = ControlKind.COLUMN * 3;
    private static final double MOST_WIDTH = 20_000;

    private static final int MOST_PLANS = 8;

    private final List<Region> parts = new ArrayList<>();
    private final Map<Wish, RowPlan> plans = new HashMap<>();

    /** Replaces what stands in the rows. */
    void show(List<? extends Region> newParts) {
        parts.clear();
        parts.addAll(newParts);
        getChildren().setAll(newParts);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computePrefWidth(double height) {
        return ControlKind.COLUMN * 4;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean apply) {
        // Parents ask for the height before they know the width: any width will do then.
        double known = width > LEAST_WIDTH && width < MOST_WIDTH ? width : LEAST_WIDTH;
        double inner = known - getInsets().getLeft() - getInsets().getRight();
        double y = getInsets().getTop();
        List<SectionView> run = new ArrayList<>();
        for (Region part : parts) {
            if (part instanceof SectionView section) {
                run.add(section);
                continue;
            }
            y = arrangeRun(run, inner, y, apply);
            run.clear();
            double height = part.prefHeight(inner);
            if (apply) part.resizeRelocate(getInsets().getLeft(), y, inner, height);
            y += height + GAP;
        }
        y = arrangeRun(run, inner, y, apply);
        return (parts.isEmpty() ? y : y - GAP) + getInsets().getBottom();
    }

    private double arrangeRun(List<SectionView> run, double inner, double top, boolean apply) {
        if (run.isEmpty()) return top;
        double frame = run.get(0).getInsets().getLeft() + run.get(0).getInsets().getRight();
        double y = top;
        for (RowPlan.Row row : plan(run, inner, frame).rows()) {
            y = arrangeRow(run.subList(row.first(), row.first() + row.columns().size()), row, inner, frame, y, apply);
            y += GAP;
        }
        return y;
    }

    /** The plan is made anew only for another width or after the look has changed the size of a title. */
    private RowPlan plan(List<SectionView> run, double inner, double frame) {
        List<RowPlan.Block> blocks = run.stream().map(SectionView::block).toList();
        Wish wish = new Wish(blocks, inner, frame);
        if (plans.size() > MOST_PLANS) plans.clear();
        return plans.computeIfAbsent(wish, none -> RowPlan.of(blocks, inner, ControlKind.COLUMN, frame, GAP));
    }

    private record Wish(List<RowPlan.Block> blocks, double width, double frame) {
    }

    private double arrangeRow(List<SectionView> sections, RowPlan.Row row, double inner, double frame, double y,
            boolean apply) {
        int columns = row.columns().stream().mapToInt(Integer::intValue).sum();
        double column = (inner - sections.size() * frame - (sections.size() - 1) * GAP) / columns;
        double height = 0;
        for (int at = 0; at < sections.size(); at++) {
            sections.get(at).setColumns(row.columns().get(at));
            height = Math.max(height, sections.get(at).prefHeight(row.columns().get(at) * column + frame));
        }
        if (!apply) return y + height;
        double x = getInsets().getLeft();
        for (int at = 0; at < sections.size(); at++) {
            double width = row.columns().get(at) * column + frame;
            sections.get(at).resizeRelocate(x, y, width, height);
            x += width + GAP;
        }
        return y + height;
    }
}
