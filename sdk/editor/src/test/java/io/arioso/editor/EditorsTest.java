package io.arioso.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorsTest {
    private static int closed;

    @BeforeEach
    void countAnew() {
        closed = 0;
    }

    @Test
    void anEffectsOwnViewIsOpenedAndClosed() {
        OpenEditor open = open(Own.class.getName());
        assertEquals("own", Screen.call(() -> open.root().getId()));
        assertEquals("", open.fault());
        Screen.run(open::close);
        assertEquals(1, closed);
    }

    @Test
    void anEffectWithoutAViewGetsTheGenericOne() {
        OpenEditor open = open("");
        assertTrue(open.root().getStyleClass().contains("generic-editor"));
        assertEquals("", open.fault());
        Screen.run(open::close);
    }

    @Test
    void aViewThatThrowsIsReplacedAndClosedAndTheReasonIsTold() {
        assertReplaced(Throwing.class.getName(), "no luck today");
        assertEquals(1, closed);
    }

    @Test
    void aViewThatIsMissingOrNoViewIsReplaced() {
        assertReplaced("com.example.Missing", "com.example.Missing");
        assertReplaced(String.class.getName(), "String");
    }

    @Test
    void aViewThatOpensNothingIsReplaced() {
        assertReplaced(Nothing.class.getName(), "opened nothing");
    }

    @Test
    void aViewThatCannotBeClosedHurtsNobody() {
        OpenEditor open = open(Clinging.class.getName());
        Screen.run(open::close);
    }

    @Test
    void aSceneShowsOneViewAfterTheOtherAtItsScale() {
        Region first = Screen.call(Region::new);
        Region second = Screen.call(Region::new);
        EditorScene scene = Screen.call(EditorScene::new);
        try (Screen screen = Screen.show(() -> scene, 640, 400)) {
            Screen.run(() -> scene.show(first, new EditorSize(480, 100)));
            Screen.run(() -> scene.show(second, new EditorSize(480, 100)));
            Screen.run(() -> scene.setScale(2));
            Screen.await("it is laid out", () -> second.getWidth() == 480);
            assertEquals("480.0 x 200.0", Screen.call(() -> second.getWidth() + " x " + second.getHeight()),
                "the least width, half the window's height");
            assertEquals(null, first.getParent());
            assertEquals(2, screen.scene() == scene ? scene.scale() : 0);
        }
    }

    @Test
    void aScaleOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Screen.call(() -> {
            new EditorScene().setScale(0);
            return null;
        }));
    }

    @Test
    void aThemeThatDoesNotExistIsTheDarkOne() {
        assertEquals(Theme.LIGHT, Theme.named("light"));
        assertEquals(Theme.HIGH_CONTRAST, Theme.named("high_contrast"));
        assertEquals(Theme.DARK, Theme.named("pink"));
        assertEquals(Theme.DARK, Theme.named(null));
    }

    private static void assertReplaced(String className, String reason) {
        OpenEditor open = open(className);
        assertTrue(open.root().getStyleClass().contains("generic-editor"));
        assertTrue(open.fault().contains(reason), open.fault());
        Screen.run(open::close);
    }

    private static OpenEditor open(String className) {
        return Screen.call(() -> Editors.open(className, EditorsTest.class.getClassLoader(),
            new LocalEditorContext(new TestEffects.Kinds())));
    }

    /** A view as it should be. */
    public static class Own implements Editor {
        @Override
        public Region open(EditorContext context) {
            StackPane root = new StackPane();
            root.setId("own");
            return root;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** A view that throws. */
    public static final class Throwing extends Own {
        @Override
        public Region open(EditorContext context) {
            throw new IllegalStateException("no luck today");
        }
    }

    /** A view that is none. */
    public static final class Nothing extends Own {
        @Override
        public Region open(EditorContext context) {
            return null;
        }
    }

    /** A view that does not let go. */
    public static final class Clinging extends Own {
        @Override
        public void close() {
            throw new IllegalStateException("never");
        }
    }
}
