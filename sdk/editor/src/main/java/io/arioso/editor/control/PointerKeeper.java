package io.arioso.editor.control;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.robot.Robot;

/** Hides the pointer while a control is dragged, and puts it back where it was. */
final class PointerKeeper {
    private Robot robot;
    private Point2D home;

    /** Hides the pointer over a node and remembers its place on the screen. */
    void hide(Node node) {
        if (robot == null) robot = new Robot();
        home = robot.getMousePosition();
        node.setCursor(Cursor.NONE);
    }

    /** Shows it again where it was. */
    void showAgain(Node node) {
        robot.mouseMove(home);
        node.setCursor(null);
    }
}
