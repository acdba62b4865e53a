package io.arioso.editor.control;

import javafx.scene.control.SkinBase;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Draws a knob: a ring of 270 degrees, the part of it that is the value, a cap and its pointer. Vectors only. */
final class KnobSkin extends SkinBase<Knob> {
    private static final double START = 225;
    private static final double SWEEP = -270;
    private static final double DIAMETER = 44;
    private static final double RING = 0.90;
    private static final double CAP = 0.66;
    private static final double POINTER_FROM = 0.30;
    private static final double POINTER_TO = 0.56;

    private final Arc ring = new Arc();
    private final Arc value = new Arc();
    private final Circle cap = new Circle();
    private final Line pointer = new Line();

    KnobSkin(Knob knob) {
        super(knob);
        ring.getStyleClass().add("knob-ring");
        value.getStyleClass().add("knob-value");
        cap.getStyleClass().add("knob-cap");
        pointer.getStyleClass().add("knob-pointer");
        getChildren().addAll(ring, value, cap, pointer);
        getChildren().forEach(shape -> shape.setManaged(false));
        // Straight to the shapes: a layout would go up to the root of the window for every frame of a moving value.
        registerChangeListener(knob.positionProperty(), moved -> draw());
        registerChangeListener(knob.originProperty(), moved -> draw());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        draw();
    }

    private void draw() {
        Knob control = getSkinnable();
        double x = control.snappedLeftInset();
        double y = control.snappedTopInset();
        double width = control.getWidth() - x - control.snappedRightInset();
        double height = control.getHeight() - y - control.snappedBottomInset();
        if (width <= 0 || height <= 0) return;
        double radius = Math.min(width, height) / 2;
        double centreX = x + width / 2;
        double centreY = y + height / 2;
        double position = control.positionProperty().get();
        double origin = control.originProperty().get();
        arc(ring, centreX, centreY, radius * RING, 0, 1);
        arc(value, centreX, centreY, radius * RING, origin, position);
        value.setVisible(Math.abs(position - origin) > 1e-4);
        cap.setCenterX(centreX);
        cap.setCenterY(centreY);
        cap.setRadius(radius * CAP);
        double angle = Math.toRadians(START + SWEEP * position);
        pointer.setStartX(centreX + radius * POINTER_FROM * Math.cos(angle));
        pointer.setStartY(centreY - radius * POINTER_FROM * Math.sin(angle));
        pointer.setEndX(centreX + radius * POINTER_TO * Math.cos(angle));
        pointer.setEndY(centreY - radius * POINTER_TO * Math.sin(angle));
    }

    private static void arc(Arc arc, double centreX, double centreY, double radius, double from, double to) {
        arc.setCenterX(centreX);
        arc.setCenterY(centreY);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        arc.setStartAngle(START + SWEEP * from);
        arc.setLength(SWEEP * (to - from));
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return DIAMETER;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return DIAMETER;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return DIAMETER;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return DIAMETER;
    }
}
