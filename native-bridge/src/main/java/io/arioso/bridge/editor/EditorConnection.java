package io.arioso.bridge.editor;

import io.arioso.host.link.Link;
import io.arioso.host.link.LinkCodec;
import io.arioso.host.link.LinkException;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.Hello;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Shown;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.MeterMemory;
import io.arioso.host.link.MeterPage;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The link to one editor's process, from its greeting to its end, and the editors that are open on it. */
final class EditorConnection implements Link.Peer {
    private static final System.Logger LOGGER = System.getLogger(EditorConnection.class.getName());
    private static final int POLL_MS = 33;
    private static final int GREETING_CHECK_MS = 1000;
    private static final int PATIENCE_MS = 10_000;
    private static final long ANSWER_NANOS = 20_000_000_000L;
    private static final RemoteEditor[] NONE = {};

    private final EditorProcess.Running process;
    private final EditorSession session;
    private final MeterMemory memory;
    private final Link link;
    private final long startedNanos = System.nanoTime();
    // Written behind this object's lock, under which nothing of an editor is called.
    private volatile RemoteEditor[] editors = NONE;
    private final Map<RemoteEditor, Integer> pages = new HashMap<>();
    private int lastNumber;
    private boolean greeted;

    EditorConnection(EditorProcess.Running process, EditorSession session) throws IOException {
        this.process = process;
        this.session = session;
        memory = MeterMemory.create(process.meterFile());
        link = new Link(process.channel(), PATIENCE_MS, this);
    }

    /** Greets; the answer opens what waits in the session. */
    void start() {
        link.send(new Hello(LinkCodec.VERSION, "bridge", process.meterFile().toString()));
        link.pollEvery(GREETING_CHECK_MS);
        link.start("arioso editors");
    }

    /** Opens an editor. [any-thread] */
    void open(RemoteEditor editor) {
        int number;
        int page;
        MeterPage meters;
        synchronized (this) {
            number = ++lastNumber;
            page = editor.meters() == 0 ? -1 : takePage();
            meters = pageOf(page);
            pages.put(editor, page);
            editors = Arrays.copyOf(editors, editors.length + 1);
            editors[editors.length - 1] = editor;
        }
        if (!editor.openOn(link, number, page, meters)) forget(editor);
        adjustPolling();
    }

    private int takePage() {
        try {
            return memory.take();
        } catch (IOException full) {
            LOGGER.log(Level.WARNING, "an editor without meters: {0}", full.getMessage());
            return -1;
        }
    }

    private MeterPage pageOf(int page) {
        try {
            return page < 0 ? null : memory.page(page);
        } catch (LinkException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lets go of an editor that has ended. [any-thread] */
    void forget(RemoteEditor editor) {
        synchronized (this) {
            Integer page = pages.remove(editor);
            if (page == null) return;
            if (page >= 0) memory.giveBack(page);
            editors = Arrays.stream(editors).filter(other -> other != editor).toArray(RemoteEditor[]::new);
        }
        adjustPolling();
    }

    /** Looks at parameters and meters only while somebody sees them. [any-thread] */
    synchronized void adjustPolling() {
        boolean visible = false;
        for (RemoteEditor editor : editors) visible |= editor.isVisible();
        link.pollEvery(visible ? POLL_MS : 0);
    }

    List<RemoteEditor> editors() {
        return List.of(editors);
    }

    @Override
    public void received(LinkMessage message) throws LinkException {
        if (message instanceof Hello hello) greet(hello);
        else if (message instanceof Value value) hand(value.editor(), message);
        else if (message instanceof Gesture gesture) hand(gesture.editor(), message);
        else if (message instanceof LoadPreset load) hand(load.editor(), message);
        else if (message instanceof Size size) hand(size.editor(), message);
        else if (message instanceof Shown shown) hand(shown.editor(), message);
        else if (message instanceof Closed closed) hand(closed.editor(), message);
        else throw new LinkException("an owner takes no " + message);
    }

    private void greet(Hello hello) throws LinkException {
        if (hello.version() != LinkCodec.VERSION)
            throw new LinkException("protocol version " + hello.version() + " is not " + LinkCodec.VERSION);
        greeted = true;
        link.pollEvery(0);
        session.greeted(this);
    }

    private void hand(int number, LinkMessage message) {
        for (RemoteEditor editor : editors) if (editor.number() == number) editor.received(message);
    }

    @Override
    public void poll() {
        long now = System.nanoTime();
        boolean silent = !greeted && now - startedNanos > ANSWER_NANOS;
        for (RemoteEditor editor : editors) {
            editor.poll();
            silent |= editor.awaitedNanos(now) > ANSWER_NANOS;
        }
        if (silent) throw new IllegalStateException("the other side does not answer");
    }

    @Override
    public void ended(String why) {
        LOGGER.log(Level.WARNING, "the editor''s process: {0}", why);
        process.kill();
        try {
            memory.close();
        } catch (IOException failure) {
            LOGGER.log(Level.DEBUG, "closing the meters: {0}", failure.getMessage());
        }
        session.ended(this, "The editor's process has ended: " + why + ".");
    }
}
