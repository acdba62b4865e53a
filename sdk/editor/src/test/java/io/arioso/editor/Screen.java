package io.arioso.editor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;

/** A screen in memory with one window, a mouse and a keyboard. Every method may be called from the test's thread. */
public final class Screen implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static boolean started;

    private final Stage stage;
    private final Robot robot;

    private Screen(Stage stage) {
        this.stage = stage;
        robot = new Robot();
    }

    /** Shows a scene in a window at the top left. */
    public static Screen show(Callable<Scene> scene, double width, double height) {
        start();
        return call(() -> {
            Stage stage = new Stage(StageStyle.UNDECORATED);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.setScene(scene.call());
            stage.show();
            return new Screen(stage);
        });
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static <T> T call(Callable<T> work) {
        start();
        CompletableFuture<T> done = new CompletableFuture<>();
        if (Platform.isFxApplicationThread()) throw new IllegalStateException("this is the JavaFX thread already");
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) throw unchecked;
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError("the JavaFX thread does not answer", failure);
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until something holds on the JavaFX thread. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) throw new AssertionError("never came true: " + what);
        }
    }

    private static synchronized void start() {
        if (started) return;
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            ready.complete(null);
        });
        ready.join();
        started = true;
    }

    /** Does something with the mouse or the keyboard, and waits until its events have arrived. */
    private static void act(Runnable work) {
        run(work);
        // The screen hands events over behind what is under way.
        for (int turn = 0; turn < 3; turn++) run(() -> { });
    }

    /** Moves the pointer to the middle of a node, plus an offset in the node's own pixels. */
    public void moveTo(Node node, double offsetX, double offsetY) {
        act(() -> {
            Bounds bounds = node.getLayoutBounds();
            Point2D at = node.localToScreen(bounds.getCenterX() + offsetX, bounds.getCenterY() + offsetY);
            robot.mouseMove(at);
        });
    }

    /** Where the pointer is. */
    public Point2D pointer() {
        return call(robot::getMousePosition);
    }

    /** Where the pointer is, asked on the JavaFX thread. */
    public Point2D pointerNow() {
        return robot.getMousePosition();
    }

    /** Presses a button. */
    public void press(MouseButton button) {
        act(() -> robot.mousePress(button));
    }

    /** Releases a button. */
    public void release(MouseButton button) {
        act(() -> robot.mouseRelease(button));
    }

    /** Clicks the middle of a node. */
    public void click(Node node, MouseButton button) {
        moveTo(node, 0, 0);
        press(button);
        release(button);
    }

    /** Drags from the middle of a node, upwards by a number of the node's own pixels, in small steps. */
    public void drag(Node node, double upwards) {
        moveTo(node, 0, 0);
        press(MouseButton.PRIMARY);
        int steps = 10;
        for (int step = 1; step <= steps; step++) moveTo(node, 0, -upwards * step / steps);
        release(MouseButton.PRIMARY);
    }

    /** Turns the wheel by notches, up if above 0. */
    public void wheel(int notches) {
        act(() -> robot.mouseWheel(notches));
    }

    /** Presses and releases a key. */
    public void type(KeyCode key) {
        hold(key);
        letGo(key);
    }

    /** Presses a key. */
    public void hold(KeyCode key) {
        act(() -> robot.keyPress(key));
    }

    /** Releases a key. */
    public void letGo(KeyCode key) {
        act(() -> robot.keyRelease(key));
    }

    /** The scene that is shown. */
    public Scene scene() {
        return stage.getScene();
    }

    /** Gives the window another size. */
    public void resize(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    /** Lays out and writes what is seen to a PNG file. */
    public void picture(Path file, double scale) {
        BufferedImage picture = call(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            return copy(stage.getScene().getRoot().snapshot(parameters, null));
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) copy.setRGB(x, y, pixels.getArgb(x, y));
        }
        return copy;
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
