package io.arioso.editor.generic;

import io.arioso.editor.EditorMeter;
import io.arioso.editor.control.MeterBar;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** The meters of an effect beside each other, all equally wide. */
final class MeterRow extends Region {
    private static final double LEAST_WIDTH = 150;
    private static final double NAME_AND_VALUE = 8;
    private static final double GAP = 20;
    private static final double LINE_GAP = 8;

    private final List<MeterBar> bars = new ArrayList<>();

    MeterRow(List<EditorMeter> meters) {
        getStyleClass().add("meter-row");
        for (EditorMeter meter : meters) bars.add(new MeterBar(meter, meter.name()));
        getChildren().addAll(bars);
        setMinHeight(USE_PREF_SIZE);
        setManaged(!bars.isEmpty());
        setVisible(!bars.isEmpty());
    }

    void dispose() {
        bars.forEach(MeterBar::dispose);
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
        return LEAST_WIDTH;
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean apply) {
        if (bars.isEmpty()) return 0;
        double inner = width - getInsets().getLeft() - getInsets().getRight();
        double least = LEAST_WIDTH;
        for (MeterBar bar : bars) least = Math.max(least, bar.widestWidth() + NAME_AND_VALUE);
        int columns = (int) Math.max(1, Math.min(bars.size(), (inner + GAP) / (least + GAP)));
        // Equally full lines: seven bars are four and three, not five and two.
        int lines = (bars.size() + columns - 1) / columns;
        columns = (bars.size() + lines - 1) / lines;
        double barWidth = (inner - (columns - 1) * GAP) / columns;
        double barHeight = bars.get(0).prefHeight(-1);
        for (int at = 0; at < bars.size() && apply; at++) {
            bars.get(at).resizeRelocate(getInsets().getLeft() + at % columns * (barWidth + GAP),
                getInsets().getTop() + at / columns * (barHeight + LINE_GAP), barWidth, barHeight);
        }
        return getInsets().getTop() + lines * (barHeight + LINE_GAP) - LINE_GAP + getInsets().getBottom();
    }
}
