package io.arioso.editor.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/** The picture of a rotary knob: a place on 0..1 and the place where its ring begins. Takes no gestures itself. */
public final class Knob extends Control {
    private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
    private final DoubleProperty origin = new SimpleDoubleProperty(this, "origin");

    /** A knob at its lower end. */
    public Knob() {
        getStyleClass().add("knob");
        setFocusTraversable(false);
        setMouseTransparent(true);
    }

    /** Where it points, 0..1. */
    public DoubleProperty positionProperty() {
        return position;
    }

    /** Where the ring of its value begins, 0..1. */
    public DoubleProperty originProperty() {
        return origin;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new KnobSkin(this);
    }
}
