package io.arioso.bridge.screen;

import io.arioso.host.plugin.PluginLibrary;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The editor's process: one toolkit, all editors of one DAW. It listens on a Unix-domain socket; each bundle that the DAW
 * has loaded connects once. It ends with the last connection, and also when the DAW's process is gone: a connection that
 * a child of the DAW has inherited does not keep it.
 */
public final class Screen {
    private static final System.Logger LOGGER = System.getLogger(Screen.class.getName());
    private static final int CHECK_MS = 500;
    private static final int FAILED = 1;

    private final Path socket;
    private final ProcessHandle owner;
    private final PluginLibrary library = new PluginLibrary();
    private final Set<ScreenLink> links = ConcurrentHashMap.newKeySet();

    private Screen(Path socket, ProcessHandle owner) {
        this.socket = socket;
        this.owner = owner;
    }

    /**
     * Runs until the DAW is gone.
     *
     * @param arguments path of the socket to make; process id of the DAW
     */
    public static void main(String[] arguments) throws IOException {
        Path socket = Path.of(arguments[0]);
        ProcessHandle owner = ProcessHandle.of(Long.parseLong(arguments[1])).orElse(null);
        Screen screen = new Screen(socket, owner);
        try {
            screen.run();
        } catch (IOException | RuntimeException | Error failure) {
            LOGGER.log(Level.ERROR, "the editor's process cannot go on", failure);
            screen.end(FAILED);
        }
    }

    private void run() throws IOException {
        Thread watch = new Thread(this::watchOwner, "arioso owner watch");
        watch.setDaemon(true);
        watch.start();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Platform.startup(this::takeFailures);
            Platform.setImplicitExit(false);
            server.bind(UnixDomainSocketAddress.of(socket));
            while (true) serve(server.accept());
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        ScreenLink[] link = new ScreenLink[1];
        link[0] = new ScreenLink(channel, library, () -> ended(link[0]));
        links.add(link[0]);
        link[0].start();
    }

    private void ended(ScreenLink link) {
        links.remove(link);
        if (links.isEmpty()) end(0);
    }

    private void takeFailures() {
        // Here, for the toolkit has an error handler of its own in place while it makes windows.
        XErrors.survive();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOGGER.log(Level.WARNING, "a view has failed", failure);
            for (ScreenLink link : links) link.blame(failure);
        });
    }

    private void watchOwner() {
        long id = owner == null ? -1 : owner.pid();
        try {
            while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == id)
                TimeUnit.MILLISECONDS.sleep(CHECK_MS);
        } catch (InterruptedException stopped) {
            LOGGER.log(Level.DEBUG, "the watch is stopped");
        }
        end(0);
    }

    /** Ends at once: nothing here is worth saving, and a hanging view must not keep the process. */
    private void end(int code) {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (IOException notEmpty) {
            LOGGER.log(Level.DEBUG, "{0} stays", socket.getParent());
        }
        Runtime.getRuntime().halt(code);
    }
}
