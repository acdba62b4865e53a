package io.arioso.editor.control;

import io.arioso.editor.EditorMeter;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * A meter as a bar with its name and value, and a mark where it has been; a click forgets the mark. Moves only when
 * what is seen of it changes. Follows its meter until {@link #dispose}. [JavaFX application thread]
 */
public final class MeterBar extends Region {
    private static final PseudoClass REDUCTION = PseudoClass.getPseudoClass("reduction");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double BAR_HEIGHT = 6;
    private static final double MARK_WIDTH = 2;
    private static final double DIGIT_WIDTH = 7.2;

    private final EditorMeter meter;
    private final MeterScale scale;
    private final Label name = new Label();
    private final Label value = new Label(MeterScale.NOTHING);
    private final Region track = part("meter-track");
    private final Region fill = part("meter-fill");
    private final Region mark = part("meter-mark");
    private final Tooltip hover = new Tooltip();
    private final Subscription following;
    private final double valueSpace;
    private double held = Double.NaN;
    private double shownPlace = Double.NaN;

    /** A bar for a meter, with the name to show. */
    public MeterBar(EditorMeter meter, String shownName) {
        this.meter = meter;
        scale = MeterScale.of(meter);
        valueSpace = scale.text(-88.8).length() * DIGIT_WIDTH;
        getStyleClass().add("meter-bar");
        pseudoClassStateChanged(REDUCTION, scale.isReduction());
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(meter.name());
        name.setText(shownName);
        name.getStyleClass().add("meter-name");
        value.getStyleClass().add("meter-value");
        // Its text changes with every frame: unmanaged, it is laid out alone.
        value.setManaged(false);
        getChildren().addAll(name, value, track, fill, mark);
        mark.setVisible(false);
        hover.setOnShowing(event -> hover.setText(meter.name() + ": " + value.getText()
            + "\nfurthest " + scale.text(held) + ", a click forgets it"));
        Tooltip.install(this, hover);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> forget());
        following = meter.valueProperty().subscribe(now -> show(now.doubleValue()));
    }

    /** Stops following the meter. */
    public void dispose() {
        following.unsubscribe();
        Tooltip.uninstall(this, hover);
    }

    /** The width at which the name and the widest value stand beside each other. */
    public double widestWidth() {
        return name.prefWidth(-1) + valueSpace;
    }

    private void forget() {
        held = Double.NaN;
        show(meter.value());
    }

    private void show(double now) {
        double further = scale.further(held, now);
        boolean marked = Double.doubleToLongBits(further) != Double.doubleToLongBits(held);
        held = further;
        String text = scale.text(now);
        if (!text.equals(value.getText())) {
            value.setText(text);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        double place = Math.rint(scale.place(now) * barWidth());
        if (place == shownPlace && !marked) return;
        shownPlace = place;
        pseudoClassStateChanged(OVER, scale.isLevel() && now > 0);
        layoutBar();
    }

    private double barWidth() {
        return getWidth() - getInsets().getLeft() - getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double width = barWidth();
        double valueWidth = Math.min(width, valueSpace);
        double textHeight = name.prefHeight(-1);
        value.resizeRelocate(left + width - valueWidth, top, valueWidth, textHeight);
        name.resizeRelocate(left, top, width - valueWidth, textHeight);
        layoutBar();
    }

    private void layoutBar() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop() + name.prefHeight(-1) + 4;
        double width = barWidth();
        if (width <= 0) return;
        track.resizeRelocate(left, top, width, BAR_HEIGHT);
        double origin = scale.place(scale.origin()) * width;
        double place = scale.place(Double.isNaN(meter.value()) ? scale.origin() : meter.value()) * width;
        fill.resizeRelocate(left + Math.min(origin, place), top, Math.abs(place - origin), BAR_HEIGHT);
        mark.setVisible(Double.isFinite(held));
        double at = Math.min(width - MARK_WIDTH, scale.place(held) * width);
        mark.resizeRelocate(left + at, top, MARK_WIDTH, BAR_HEIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + name.prefHeight(-1) + 4 + BAR_HEIGHT + getInsets().getBottom();
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + name.prefWidth(-1) + valueSpace + getInsets().getRight();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... arguments) {
        return switch (attribute) {
            case VALUE -> scale.place(meter.value());
            case TEXT -> meter.name() + ": " + value.getText();
            default -> super.queryAccessibleAttribute(attribute, arguments);
        };
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }
}
