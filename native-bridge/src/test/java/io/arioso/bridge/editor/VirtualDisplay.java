package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.TestHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An X server of its own for a test, with a window manager, a mouse, a keyboard and a camera. */
final class VirtualDisplay implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Process server;
    private final Process windowManager;
    private final String name;

    private VirtualDisplay(Process server, String name) throws IOException {
        this.server = server;
        this.name = name;
        windowManager = start("openbox");
    }

    /** Starts one; the calling test is skipped with a printed sentence where a program is missing. */
    static VirtualDisplay start() throws IOException {
        for (String program : List.of("Xvfb", "openbox", "xdotool", "import")) {
            if (!TestHost.has(program)) System.out.println("skipped: editors (" + program + " is not installed)");
            assumeTrue(TestHost.has(program), program + " is not installed");
        }
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream()));
        return new VirtualDisplay(server, ":" + said.readLine().strip());
    }

    /** As in the variable {@code DISPLAY}. */
    String name() {
        return name;
    }

    /** Runs xdotool. */
    String xdotool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        for (Object argument : arguments) command.add(argument.toString());
        Process process = start(command.toArray(String[]::new));
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said.strip();
    }

    /** Moves the mouse to a place inside a window. */
    void moveTo(long window, int x, int y) throws IOException, InterruptedException {
        xdotool("mousemove", "--window", window, x, y);
    }

    /** Clicks at a place inside a window. */
    void click(long window, int x, int y) throws IOException, InterruptedException {
        moveTo(window, x, y);
        xdotool("click", 1);
    }

    /** Takes a picture of the whole screen. */
    Path photograph(String title) throws IOException, InterruptedException {
        Files.createDirectories(SCREENSHOTS);
        Path file = SCREENSHOTS.resolve(title + ".png").toAbsolutePath();
        start("import", "-window", "root", file.toString()).waitFor();
        return file;
    }

    /** The colour that is seen at a place inside a window, as ImageMagick writes it: {@code #203040}. */
    String colour(long window, int x, int y) throws IOException, InterruptedException {
        Process process = start("sh", "-c", "import -window " + window + " -crop 1x1+" + x + "+" + y
            + " -depth 8 txt:- | grep -o '#[0-9A-F]\\{6\\}' | head -1");
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said.strip();
    }

    /** Waits until a colour is seen at a place inside a window. */
    void awaitColour(String expected, long window, int x, int y) throws IOException, InterruptedException {
        String seen = "";
        for (int attempt = 0; attempt < 50 && !seen.equals(expected); attempt++) {
            seen = colour(window, x, y);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (!seen.equals(expected)) photograph("wrong-colour");
        assertEquals(expected, seen, "colour at " + x + ", " + y);
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        return builder.start();
    }

    /** Ends the X server at once. */
    void crash() throws InterruptedException {
        server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        windowManager.destroy();
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
    }
}
