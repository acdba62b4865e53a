package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.editor.EditorWorld.Owner;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.plugin.PluginDescriptor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the editor's process lives, dies and comes back, and that the DAW's process never waits for it. */
@Timeout(180)
class EditorProcessIT {
    private static VirtualDisplay display;

    private final FakeInstance instance = EditorWorld.tunable();
    private final Owner owner = new Owner();
    private EditorWorld world;

    @BeforeAll
    static void startDisplay() throws Exception {
        display = VirtualDisplay.start();
    }

    @AfterAll
    static void stopDisplay() throws Exception {
        if (display != null) display.close();
    }

    @BeforeEach
    void startWorld() {
        world = new EditorWorld(display.name());
    }

    @AfterEach
    void stopWorld() throws Exception {
        world.kill();
    }

    @Test
    void anEditorWhoseProcessIsKilledSaysSoAndTheNextOpenStartsAnother() throws Exception {
        try (EditorWindow editor = open()) {
            for (int round = 0; round < 20; round++) {
                long process = world.processId();
                owner.heard.clear();
                world.kill();
                String heard = owner.next();
                assertTrue(heard.startsWith("closed The editor's process has ended: "), heard);
                editor.show();
                EditorWorld.awaitPicture(editor);
                assertNotEquals(process, world.processId());
            }
        }
    }

    @Test
    void aGestureThatIsHeldWhenTheProcessDiesIsEnded() throws Exception {
        try (ParentWindow parent = new ParentWindow(display.name(), 200, 150, 720, 480);
             EditorWindow editor = world.session.open(instance, parent.id(), "", 1, owner)) {
            EditorWorld.awaitPicture(editor);
            display.moveTo(parent.id(), 170, 48);
            display.xdotool("mousedown", 1);
            assertEquals("begin 1", instance.next());
            world.kill();
            String event = instance.next();
            while (event.startsWith("edit")) event = instance.next();
            assertEquals("end 1", event);
            display.xdotool("mouseup", 1);
        }
    }

    @Test
    void aProcessThatHangsBlocksNobody() throws Exception {
        try (EditorWindow editor = open()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(world.processId())).start().waitFor();
            double slowestMs = 0;
            for (int call = 0; call < 2000; call++) {
                instance.automate(1, call % 100);
                long begin = System.nanoTime();
                editor.resize(600 + call % 100, 400);
                if (call % 10 == 0) editor.hide();
                if (call % 10 == 5) editor.show();
                slowestMs = Math.max(slowestMs, (System.nanoTime() - begin) / 1e6);
                if (call % 100 == 0) TimeUnit.MILLISECONDS.sleep(20);
            }
            System.out.printf("slowest of 2000 calls beside a stopped process: %.2f ms%n", slowestMs);
            new ProcessBuilder("kill", "-CONT", Long.toString(world.processId())).start().waitFor();
            assertTrue(owner.heard.stream().noneMatch(heard -> heard.startsWith("closed")), owner.heard.toString());
            instance.automate(1, 77);
        }
    }

    @Test
    void aSecondBundleFindsTheFirstOnesProcess() throws Exception {
        EditorSession second = new EditorSession(new EditorProcess(world.setup, world.version));
        Owner secondOwner = new Owner();
        try (EditorWindow first = open(); EditorWindow other = second.open(instance, 0, "Second", 1, secondOwner)) {
            long process = world.processId();
            EditorWorld.awaitPicture(other);
            assertEquals(process, world.processId());
            world.kill();
            assertTrue(secondOwner.next().startsWith("closed") || secondOwner.next().startsWith("closed"));
            assertEquals(720, first.width());
        }
    }

    @Test
    void theProcessEndsWithTheDawEvenIfThatIsKilled() throws Exception {
        Path out = Files.createTempFile("daw", ".out");
        Process daw = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), DawWithEditor.class.getName(), display.name())
            .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            while (Files.size(out) == 0 && daw.isAlive()) TimeUnit.MILLISECONDS.sleep(20);
            TimeUnit.MILLISECONDS.sleep(100);
            ProcessHandle screen = ProcessHandle.of(Long.parseLong(Files.readString(out).strip())).orElseThrow();
            assertTrue(screen.isAlive());
            daw.destroyForcibly();
            for (long begin = System.nanoTime(); isRunning(screen); TimeUnit.MILLISECONDS.sleep(10))
                assertTrue(System.nanoTime() - begin < 2_000_000_000L, "an orphan after 2 s");
        } finally {
            daw.destroyForcibly();
            Files.delete(out);
        }
    }

    // An orphan that has ended stays listed until the system's first process has taken notice.
    private static boolean isRunning(ProcessHandle process) {
        try {
            String state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException ended) {
            return false;
        }
    }

    @Test
    void aBundlesOwnJarsAreAllThatTheProcessNeeds() throws Exception {
        EditorSetup bundle = EditorSetup.of(TestBundle.arioso().layout(DawFormat.CLAP).resources(), display.name());
        PluginDescriptor effect = TestBundle.arioso().effect("eq").descriptor();
        FakeInstance eq = new FakeInstance(effect, List.of(), List.of());
        EditorSession session = new EditorSession(new EditorProcess(bundle, world.version));
        try (EditorWindow editor = session.open(eq, 0, "EQ", 1, owner)) {
            EditorWorld.awaitPicture(editor);
            TimeUnit.MILLISECONDS.sleep(500);
            display.photograph("eq");
        }
    }

    @Test
    void withoutADisplayItSaysWhy() throws Exception {
        for (String none : List.of("", ":4711")) {
            EditorWorld dark = new EditorWorld(none);
            assertFalse(Display.answers(none));
            Owner waiting = new Owner();
            try (EditorWindow editor = dark.session.open(instance, 0, "Dark", 1, waiting)) {
                String heard = waiting.next();
                assertTrue(heard.startsWith("closed The editor's process "), heard);
                assertEquals(720, editor.width());
            }
        }
        assertTrue(Display.answers(display.name()));
    }

    @Test
    void aDisplayThatDiesEndsTheEditorAndNothingElse() throws Exception {
        VirtualDisplay mortal = VirtualDisplay.start();
        EditorWorld doomed = new EditorWorld(mortal.name());
        try (EditorWindow editor = doomed.session.open(instance, 0, "Doomed", 1, owner)) {
            EditorWorld.awaitPicture(editor);
            owner.heard.clear();
            mortal.crash();
            String heard = owner.next();
            assertTrue(heard.startsWith("closed The editor's process has ended: "), heard);
        } finally {
            doomed.kill();
            mortal.close();
        }
    }

    @Test
    void withoutAJavaItSaysWhy() throws Exception {
        EditorSetup broken = new EditorSetup(Path.of("/nowhere/bin/java"), world.setup.modules(), world.setup.classes(),
            world.setup.log(), display.name());
        EditorSession session = new EditorSession(new EditorProcess(broken, world.version));
        try (EditorWindow editor = session.open(instance, 0, "", 1, owner)) {
            assertEquals("closed The editor's process cannot be started: there is no /nowhere/bin/java", owner.next());
            assertEquals(720, editor.width());
        }
    }

    @Test
    void metersAndParametersThatStandStillCostNoMemory() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (EditorWindow editor = open()) {
            long thread = linkThread(threads);
            instance.level = -20;
            TimeUnit.SECONDS.sleep(3);
            long before = threads.getThreadAllocatedBytes(thread);
            assertTrue(before > 0);
            for (int change = 0; change < 100; change++) {
                instance.level = -20 - change / 10.0;
                TimeUnit.MILLISECONDS.sleep(20);
            }
            long bytes = threads.getThreadAllocatedBytes(thread) - before;
            System.out.println("link's thread beside an open editor: " + bytes / 2 + " bytes a second");
            assertTrue(bytes < 64 * 1024, bytes + " bytes in 2 s");
            assertEquals(480, editor.height());
        }
    }

    private static long linkThread(ThreadMXBean threads) {
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds()))
            if (thread != null && thread.getThreadName().equals("arioso editors")) return thread.getThreadId();
        throw new AssertionError("no thread of the link");
    }

    private EditorWindow open() throws InterruptedException {
        EditorWindow editor = world.session.open(instance, 0, "Tunable", 1, owner);
        EditorWorld.awaitPicture(editor);
        return editor;
    }

    /** A process that opens an editor, prints the number of the editor's process, and waits to be killed. */
    static final class DawWithEditor {
        private DawWithEditor() {
        }

        public static void main(String[] arguments) throws IOException, InterruptedException {
            EditorWorld world = new EditorWorld(arguments[0]);
            EditorWorld.awaitPicture(world.session.open(EditorWorld.tunable(), 0, "Daw", 1, new Owner()));
            System.out.println(world.processId());
            TimeUnit.MINUTES.sleep(2);
        }
    }
}
