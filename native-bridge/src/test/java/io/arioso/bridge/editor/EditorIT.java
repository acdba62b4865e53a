package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.editor.EditorWorld.Owner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Editors inside windows of a DAW, on an X server of their own, worked with mouse and keyboard. */
@Timeout(120)
class EditorIT {
    private static final String BACKGROUND = "#203040";
    private static final int GAIN = 1;
    private static final int CHOICE = 2;

    private static VirtualDisplay display;
    private static EditorWorld world;

    private final FakeInstance instance = EditorWorld.tunable();
    private final Owner owner = new Owner();

    @BeforeAll
    static void start() throws Exception {
        display = VirtualDisplay.start();
        world = new EditorWorld(display.name());
    }

    @AfterAll
    static void stop() throws Exception {
        if (world != null) world.kill();
        if (display != null) display.close();
    }

    @Test
    void aKnobThatIsDraggedMovesTheParameterInOneGesture() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            display.moveTo(parent.id(), 170, 48);
            display.xdotool("mousedown", 1);
            for (int step = 1; step <= 5; step++) {
                display.moveTo(parent.id(), 170 + 20 * step, 48);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            display.xdotool("mouseup", 1);
            assertEquals("begin 1", instance.next());
            double last = 50;
            String event = instance.next();
            for (; event.startsWith("edit 1 "); event = instance.next()) {
                double next = Double.parseDouble(event.substring(7));
                assertTrue(next > last, event + " behind " + last);
                last = next;
            }
            assertEquals("end 1", event);
            assertTrue(last > 70 && last < 100, "dragged to " + last);
            assertEquals(last, instance.plain(GAIN));
            display.photograph("dragged");
            assertEquals(480, editor.height());
        }
    }

    @Test
    void automationMovesTheKnobAndMetersMove() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            assertNotEquals(BACKGROUND, display.colour(parent.id(), 170, 48));
            String track = display.colour(parent.id(), 250, 48);
            instance.automate(GAIN, 0);
            instance.level = -12.5;
            display.awaitColour(track, parent.id(), 100, 48);
            display.awaitColour(track, parent.id(), 170, 48);
            TimeUnit.MILLISECONDS.sleep(200);
            display.photograph("automated");
            assertNull(instance.events.poll(), "automation is no edit");
            assertTrue(editor.width() > 0);
        }
    }

    @Test
    void aMenuOpensBesideItsButtonAlsoWhenTheDawsWindowHasMoved() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            choose(2, parent, "menu");
            parent.move(420, 310);
            TimeUnit.MILLISECONDS.sleep(300);
            instance.automate(CHOICE, 0);
            choose(4, parent, "menu-moved");
            assertEquals(480, editor.height());
        }
    }

    private void choose(int item, ParentWindow parent, String picture) throws Exception {
        display.click(parent.id(), 50, 112);
        TimeUnit.MILLISECONDS.sleep(500);
        display.photograph(picture);
        // Rows of the theme's menus: the first is 43 pixels below its button's middle, each has 33.
        display.click(parent.id(), 50, 112 + 43 + 33 * item);
        assertEquals("begin 2", instance.next());
        assertTrue(instance.next().startsWith("edit 2 "));
        assertEquals("end 2", instance.next());
    }

    @Test
    void typingGoesToTheEditorAfterAClickAndBackToTheDawAfterwards() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            display.xdotool("windowfocus", "--sync", parent.id());
            display.click(parent.id(), 60, 172);
            TimeUnit.MILLISECONDS.sleep(300);
            display.xdotool("type", "25");
            display.xdotool("key", "Return");
            assertEquals("begin 1", instance.next());
            assertEquals("edit 1 25.0", instance.next());
            assertEquals("end 1", instance.next());
            display.click(parent.id(), 170, 48);
            display.xdotool("mousemove", 5, 5);
            TimeUnit.MILLISECONDS.sleep(500);
            assertEquals(Long.toString(parent.id()), display.xdotool("getwindowfocus"));
            assertEquals(480, editor.height());
        }
    }

    @Test
    void anEditorFollowsItsWindowsSize() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            assertEquals("size 600 400", owner.next());
            parent.resize(900, 700);
            editor.resize(900, 700);
            display.awaitColour(BACKGROUND, parent.id(), 890, 690);
            parent.resize(600, 400);
            editor.resize(600, 400);
            display.awaitColour(BACKGROUND, parent.id(), 590, 390);
            assertEquals(600, editor.width());
            display.photograph("resized");
        }
    }

    @Test
    void anEditorThatIsHiddenAndShownAgainGoesOn() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            editor.hide();
            display.awaitColour("#704020", parent.id(), 400, 300);
            editor.show();
            display.awaitColour(BACKGROUND, parent.id(), 400, 300);
            display.click(parent.id(), 100, 48);
            assertEquals("begin 1", instance.next());
        }
    }

    @Test
    void atTwiceTheScaleEverythingIsTwiceAsLarge() throws Exception {
        try (ParentWindow parent = new ParentWindow(display.name(), 50, 50, 1200, 800);
             EditorWindow editor = open(parent, 2)) {
            assertEquals("size 1200 800", owner.next());
            editor.resize(1200, 800);
            display.awaitColour(BACKGROUND, parent.id(), 1190, 790);
            display.photograph("twice");
            display.click(parent.id(), 200, 96);
            assertEquals("begin 1", instance.next());
            assertEquals(960, EditorSizes.least(2).width());
        }
    }

    @Test
    void twoEditorsLiveSideBySide() throws Exception {
        FakeInstance other = EditorWorld.tunable();
        try (ParentWindow left = new ParentWindow(display.name(), 20, 40, 600, 400);
             ParentWindow right = new ParentWindow(display.name(), 640, 500, 600, 400);
             EditorWindow first = open(left, 1);
             EditorWindow second = world.session.open(other, right.id(), "Other", 1, new Owner())) {
            EditorWorld.awaitPicture(second);
            display.awaitColour(BACKGROUND, right.id(), 500, 300);
            display.photograph("two");
            display.click(right.id(), 100, 48);
            assertEquals("begin 1", other.next());
            display.click(left.id(), 100, 48);
            assertEquals("begin 1", instance.next());
            assertEquals(first.width(), second.width());
        }
    }

    @Test
    void aDawThatDestroysItsWindowFirstHearsOfItAndCanOpenAgain() throws Exception {
        long process;
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            owner.heard.clear();
            process = world.processId();
            parent.destroy();
            assertEquals("closed The window around the editor is gone.", owner.next());
            editor.resize(500, 400);
        }
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            assertEquals(process, world.processId());
            assertEquals(720, editor.width());
        }
    }

    @Test
    void aWindowThatNeverWasIsSurvived() throws Exception {
        try (EditorWindow editor = world.session.open(instance, 0x7654321, "Nowhere", 1, owner)) {
            String heard = owner.next();
            if (heard.startsWith("size")) heard = owner.next();
            assertEquals("closed The window around the editor is gone.", heard);
            assertEquals(720, editor.width());
        }
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            assertEquals(720, editor.width());
        }
    }

    @Test
    void aViewThatFailsIsReplaced() throws Exception {
        try (ParentWindow parent = parent(); EditorWindow editor = open(parent, 1)) {
            long process = world.processId();
            display.click(parent.id(), 40, 232);
            for (int attempt = 0; attempt < 50 && display.colour(parent.id(), 500, 300).equals(BACKGROUND); attempt++)
                TimeUnit.MILLISECONDS.sleep(50);
            assertNotEquals(BACKGROUND, display.colour(parent.id(), 500, 300));
            display.photograph("failed");
            assertEquals(process, world.processId());
            assertEquals(480, editor.height());
        }
    }

    @Test
    void aFloatingEditorHasItsTitleAndSaysWhenTheUserClosesIt() throws Exception {
        try (EditorWindow editor = world.session.open(instance, 0, "Tunable on track 3", 1, owner)) {
            EditorWorld.awaitPicture(editor);
            String window = display.xdotool("search", "--sync", "--name", "Tunable on track 3").split("\n")[0];
            TimeUnit.MILLISECONDS.sleep(300);
            display.photograph("floating");
            display.xdotool("windowactivate", "--sync", window);
            display.xdotool("key", "alt+F4");
            assertEquals("closed ", owner.next());
            assertFalse(((RemoteEditor) editor).isShown());
            editor.show();
            EditorWorld.awaitPicture(editor);
        }
    }

    @Test
    void fiftyTimesOpenAndClosedItIsOneProcessAndAlwaysSeen() throws Exception {
        long process = -1;
        double slowestMs = 0;
        double sumMs = 0;
        for (int round = 0; round < 50; round++) {
            try (ParentWindow parent = parent()) {
                long begin = System.nanoTime();
                EditorWindow editor = open(parent, 1);
                double ms = (System.nanoTime() - begin) / 1e6;
                slowestMs = round == 0 ? 0 : Math.max(slowestMs, ms);
                sumMs += ms;
                display.awaitColour(BACKGROUND, parent.id(), 600, 400);
                if (round == 0) process = world.processId();
                assertEquals(process, world.processId(), "round " + round);
                if (round % 2 == 0) editor.close();
                parent.destroy();
                editor.close();
            }
        }
        System.out.printf("editor opened 50 times: mean %.0f ms, slowest but the first %.0f ms%n", sumMs / 50, slowestMs);
    }

    private static ParentWindow parent() {
        return new ParentWindow(display.name(), 200, 150, 720, 480);
    }

    private EditorWindow open(ParentWindow parent, double scale) throws InterruptedException {
        EditorWindow editor = world.session.open(instance, parent.id(), "Tunable", scale, owner);
        EditorWorld.awaitPicture(editor);
        return editor;
    }
}
