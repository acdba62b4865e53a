package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The LV2 editor in a host that is none of ours but for its few lines, worked with a mouse. */
@Timeout(120)
class Lv2EditorIT {
    private static VirtualDisplay display;

    @BeforeAll
    static void start() throws IOException {
        display = VirtualDisplay.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (display != null) display.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "access"})
    void aKnobThatIsDraggedIsWrittenToItsPortInOneGesture(String mode) throws Exception {
        CompletableFuture<TestHost.Run> host = CompletableFuture.supplyAsync(() -> show(mode, display.name(), 60));
        long window = awaitWindow("lv2uihost");
        awaitWindow("Arioso Limiter");
        TimeUnit.SECONDS.sleep(2);
        dragUntilWritten(window);
        display.photograph("lv2-" + mode);
        List<String> said = host.get().succeeded().out().lines()
            .filter(line -> line.matches("(touch|write) .*")).toList();
        assertFalse(said.isEmpty(), "nothing was written");
        String port = said.get(0).split(" ")[1];
        assertEquals("touch " + port + " 1", said.get(0));
        assertTrue(said.get(1).startsWith("write " + port + " "), said.toString());
        assertEquals("touch " + port + " 0", said.stream().filter(line -> line.endsWith(" 0")).findFirst().orElse(""));
    }

    @Test
    void withoutAParentItShowsAWindowOfItsOwn() throws Exception {
        CompletableFuture<TestHost.Run> host = CompletableFuture.supplyAsync(
            () -> show("floating", display.name(), 15));
        awaitWindow("Arioso Limiter");
        assertTrue(host.get().succeeded().out().contains("show 0"));
    }

    @Test
    void withoutADisplayThereIsNoneAndTheReasonIsSaid() {
        TestHost.Run run = show("headless", "", 1).succeeded();
        assertEquals("none\n", run.out());
        assertTrue(run.errors().contains("Arioso Limiter: no editor"), run.errors());
    }

    private static TestHost.Run show(String mode, String screen, int seconds) {
        TestBundle bundle = TestBundle.arioso();
        return TestHost.compiled("lv2uihost.c", "-lX11").withEnvironment("DISPLAY", screen).run(bundle.lv2().toString(),
            bundle.lv2().resolve("Arioso.so").toString(), bundle.effect("limiter").lv2Uri(),
            Integer.toString(seconds), mode);
    }

    /** The view's layout is its own affair, so the mouse tries places until a knob is under it. */
    private static void dragUntilWritten(long window) throws Exception {
        for (int y = 120; y < 420; y += 30) {
            for (int x = 40; x < 240; x += 50) {
                display.moveTo(window, x, y);
                display.xdotool("mousedown", 1);
                for (int step = 1; step <= 4; step++) display.moveTo(window, x, y - 5 * step);
                display.xdotool("mouseup", 1);
                if (!display.xdotool("search", "--name", "^lv2uihost written$").isEmpty()) return;
            }
        }
    }

    private static long awaitWindow(String name) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            String found = display.xdotool("search", "--name", "^" + name);
            if (!found.isEmpty()) return Long.parseLong(found.lines().findFirst().orElseThrow());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("no window " + name);
    }
}
