package io.arioso.bridge.screen;

import io.arioso.host.link.Link;
import io.arioso.host.link.LinkCodec;
import io.arioso.host.link.LinkException;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Hello;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Scale;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.LinkMessage.Visible;
import io.arioso.host.link.MeterMemory;
import io.arioso.host.link.MeterPage;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.PluginLibrary;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Platform;

/** The editors of one bundle in the DAW: what comes over its link is done here. */
final class ScreenLink implements Link.Peer {
    private static final System.Logger LOGGER = System.getLogger(ScreenLink.class.getName());
    private static final int PATIENCE_MS = 60_000;

    private final PluginLibrary library;
    private final Runnable onEnd;
    private final Link link;
    private final Map<Integer, ArrivedValues> arrived = new ConcurrentHashMap<>();
    private final Map<Integer, ScreenEditor> editors = new HashMap<>();
    private MeterMemory meters;

    /**
     * Serves a connection.
     *
     * @param library loads the effects
     * @param onEnd runs when the connection has ended
     */
    ScreenLink(SocketChannel channel, PluginLibrary library, Runnable onEnd) throws IOException {
        this.library = library;
        this.onEnd = onEnd;
        link = new Link(channel, PATIENCE_MS, this);
    }

    void start() {
        link.start("arioso link");
    }

    @Override
    public void received(LinkMessage message) throws IOException {
        if (message instanceof Hello hello) greet(hello);
        else if (message instanceof Open open) open(open);
        else if (message instanceof Value value) take(value);
        else if (message instanceof Close close) Platform.runLater(() -> close(close.editor()));
        else if (message instanceof Size size) hand(size.editor(), message);
        else if (message instanceof Visible visible) hand(visible.editor(), message);
        else if (message instanceof Scale scale) hand(scale.editor(), message);
        else if (message instanceof LoadPreset loaded) hand(loaded.editor(), message);
        else throw new LinkException("a screen takes no " + message);
    }

    private void greet(Hello hello) throws IOException {
        if (hello.version() != LinkCodec.VERSION)
            throw new LinkException("protocol version " + hello.version() + " is not " + LinkCodec.VERSION);
        meters = MeterMemory.open(Path.of(hello.meterMemory()));
        link.send(new Hello(LinkCodec.VERSION, "screen", ""));
    }

    private void open(Open open) throws LinkException {
        if (meters == null) throw new LinkException("the first message is no greeting");
        MeterPage page = open.page() < 0 ? null : meters.page(open.page());
        ArrivedValues values = new ArrivedValues(open.parameters());
        arrived.put(open.editor(), values);
        Platform.runLater(() -> show(open, values, page));
    }

    private void show(Open open, ArrivedValues values, MeterPage page) {
        PluginInstance replica = null;
        try {
            replica = library.open(open.effect());
            editors.put(open.editor(), new ScreenEditor(open, values, replica, page, this::send));
        } catch (PluginException | RuntimeException | LinkageError failure) {
            LOGGER.log(Level.WARNING, "The editor of " + open.effect().name() + " cannot be shown", failure);
            link.send(new Closed(open.editor(), "The editor cannot be shown: " + failure.getMessage()));
            if (replica != null) replica.close();
        }
    }

    // An editor that has ended by itself is forgotten: the other side sends nothing more about it.
    private void send(LinkMessage message) {
        link.send(message);
        if (message instanceof Closed closed) {
            arrived.remove(closed.editor());
            editors.remove(closed.editor());
        }
    }

    private void take(Value value) {
        ArrivedValues values = arrived.get(value.editor());
        if (values != null) values.put(value.parameter(), value.plain());
    }

    private void hand(int number, LinkMessage message) {
        Platform.runLater(() -> {
            ScreenEditor editor = editors.get(number);
            if (editor != null) editor.received(message);
        });
    }

    private void close(int number) {
        arrived.remove(number);
        ScreenEditor editor = editors.remove(number);
        if (editor != null) editor.close();
    }

    /** The view that a failure came from is replaced. [JavaFX application thread] */
    void blame(Throwable failure) {
        for (ScreenEditor editor : List.copyOf(editors.values()))
            if (editor.isBlamedFor(failure)) editor.replaceView(failure);
    }

    @Override
    public void ended(String why) {
        LOGGER.log(Level.INFO, "link ended: {0}", why);
        Platform.runLater(() -> {
            for (ScreenEditor editor : editors.values()) editor.close();
            editors.clear();
        });
        onEnd.run();
    }
}
