package io.arioso.bridge.editor;

import io.arioso.host.link.LinkCodec;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts the editor's process, or finds the one that another bundle in this virtual machine has started: a system
 * property says where it listens. Bundles of one program version share it.
 */
final class EditorProcess {
    private static final AtomicInteger FILES = new AtomicInteger();
    private static final long START_NANOS = 20_000_000_000L;
    private static final int RETRY_MS = 5;
    private static final int MAX_LOG_BYTES = 1 << 20;

    private final EditorSetup setup;
    private final String property;

    EditorProcess(EditorSetup setup) {
        this(setup, String.valueOf(EditorProcess.class.getPackage().getImplementationVersion()));
    }

    /** A process that is shared with bundles of the same version only. */
    EditorProcess(EditorSetup setup, String version) {
        this.setup = setup;
        property = "io.arioso.editor." + LinkCodec.VERSION + "." + version;
    }

    /**
     * A process that listens, and a connection to it.
     *
     * @param socket where it listens
     * @param id its process
     * @param meterFile not made yet
     */
    record Running(Path socket, long id, SocketChannel channel, Path meterFile) {

        /** Ends it, whatever it does. */
        void kill() {
            Optional<ProcessHandle> child = ProcessHandle.of(id);
            boolean ours = child.flatMap(ProcessHandle::parent).filter(ProcessHandle.current()::equals).isPresent();
            if (ours) child.get().destroyForcibly();
        }
    }

    /**
     * Connects; starts the process if there is none. Takes up to 20 s: never called on a thread of the DAW.
     *
     * @param scale for which its pop-up windows are made, if it is started now
     * @throws IOException with a sentence for the user
     */
    Running connect(double scale) throws IOException {
        // Another bundle's classes are others, but the text is the same object for all.
        synchronized (property.intern()) {
            Running found = find();
            return found != null ? found : start(scale);
        }
    }

    private Running find() {
        String known = System.getProperty(property);
        if (known == null) return null;
        int space = known.indexOf(' ');
        try {
            return connect(Path.of(known.substring(space + 1)), Long.parseLong(known.substring(0, space)));
        } catch (IOException ended) {
            return null;
        }
    }

    private Running start(double scale) throws IOException {
        if (!Files.isExecutable(setup.java())) throw new IOException("there is no " + setup.java());
        Path folder = PrivateFolder.make();
        Path socket = folder.resolve("link");
        if (Files.exists(setup.log()) && Files.size(setup.log()) > MAX_LOG_BYTES) Files.delete(setup.log());
        Files.createDirectories(setup.log().getParent());
        Process process = new EditorCommand(setup, socket, scale).builder().start();
        System.setProperty(property, process.pid() + " " + socket);
        long begin = System.nanoTime();
        try {
            while (System.nanoTime() - begin < START_NANOS) {
                if (process.waitFor(RETRY_MS, TimeUnit.MILLISECONDS))
                    throw new IOException("it ended with code " + process.exitValue() + "; see " + setup.log());
                Running running = find();
                if (running != null) return running;
            }
            throw new IOException("it does not listen");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (IOException failure) {
            process.destroyForcibly();
            PrivateFolder.delete(folder);
            throw failure;
        }
    }

    private static Running connect(Path socket, long id) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        return new Running(socket, id, channel, socket.resolveSibling("meters" + FILES.incrementAndGet()));
    }
}
