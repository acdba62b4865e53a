package io.arioso.bridge.editor;

import io.arioso.bridge.TestBundle;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginScanner;
import io.arioso.host.plugin.ScanResult;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests of editors share: a session with a process of its own, and owners that keep what they hear. */
final class EditorWorld {
    private static final AtomicInteger VERSIONS = new AtomicInteger();

    final EditorSetup setup;
    final String version = "test-" + VERSIONS.incrementAndGet();
    final EditorSession session;

    EditorWorld(String display) {
        List<Path> modules = new ArrayList<>();
        List<Path> classes = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry).toAbsolutePath();
            (EditorSetup.isJavaFx(jar) ? modules : classes).add(jar);
        }
        Path log = Path.of("target", "editor.log").toAbsolutePath();
        setup = new EditorSetup(Path.of(System.getProperty("java.home"), "bin", "java"),
            modules.stream().filter(jar -> jar.toString().endsWith("-linux.jar")).toList(), classes, log, display);
        session = new EditorSession(new EditorProcess(setup, version));
    }

    /** The number of the editor's process that this world has started last; -1 for none. */
    long processId() {
        String known = System.getProperty("io.arioso.editor.1." + version);
        return known == null ? -1 : Long.parseLong(known.substring(0, known.indexOf(' ')));
    }

    /** Kills the editor's process and waits for its end. */
    void kill() throws Exception {
        ProcessHandle.of(processId()).ifPresent(ProcessHandle::destroyForcibly);
        ProcessHandle process = ProcessHandle.of(processId()).orElse(null);
        if (process != null) process.onExit().get(10, TimeUnit.SECONDS);
    }

    static FakeInstance tunable() {
        return new FakeInstance(scan(TestBundle.jar(Tunable.class)), List.of("bypass", "gain", "choice"),
            List.of("level"), 0, 50, 0);
    }

    private static PluginDescriptor scan(Path jar) {
        return ((ScanResult.Available) PluginScanner.scan(jar).get(0)).plugin();
    }

    /** Waits until an editor can be seen. */
    static void awaitPicture(EditorWindow editor) throws InterruptedException {
        long begin = System.nanoTime();
        while (!((RemoteEditor) editor).isShown()) {
            if (System.nanoTime() - begin > 30_000_000_000L) throw new AssertionError("no picture within 30 s");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Keeps what it hears: {@code size 600 400}, {@code closed why}. */
    static final class Owner implements EditorOwner {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public void resizeWanted(int width, int height) {
            heard.add("size " + width + " " + height);
        }

        @Override
        public void closed(String why) {
            heard.add("closed " + why);
        }

        String next() throws InterruptedException {
            return heard.poll(30, TimeUnit.SECONDS);
        }
    }
}
