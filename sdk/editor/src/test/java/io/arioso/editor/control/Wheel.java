package io.arioso.editor.control;

import javafx.scene.input.ScrollEvent;

/** Turns of a wheel that no pointer has led to. */
final class Wheel {
    private Wheel() {
    }

    /** One notch up. */
    static ScrollEvent up() {
        return new ScrollEvent(ScrollEvent.SCROLL, 5, 5, 5, 5, false, false, false, false, false, false, 0, 40, 0, 40,
            ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
    }
}
