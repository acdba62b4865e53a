package io.arioso.editor.control;

import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.robot.Robot;

/** Hides the pointer while a control is dragged, and puts it back where it was. */
final class PointerKeeper {
    private Robot robot;
    private Point2D home;

    /** Remembers where the pointer is. Asks the screen: a window inside another program's does not know its place. */
    void remember() {
        if (robot == null) robot = new Robot();
        home = robot.getMousePosition();
    }

    /** Hides the pointer over a node. */
    void hide(Node node) {
        node.setCursor(Cursor.NONE);
    }

    /** Shows it again where it was remembered. */
    void showAgain(Node node) {
        node.setCursor(null);
        // Not within the event that is being handled: its toolkit would take the move for part of it.
        Point2D place = home;
        Platform.runLater(() -> robot.mouseMove(place));
    }
}
