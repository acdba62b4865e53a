package io.arioso.host.link;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * One end of a connection: a thread that receives, sends what waits, and polls while somebody wants it. In steady state
 * it allocates nothing but the messages it receives.
 */
public final class Link implements AutoCloseable {
    /** Bytes that may wait for a side that does not read. */
    static final int MAX_WAITING = 256 * 1024;

    private static final System.Logger LOGGER = System.getLogger(Link.class.getName());
    private static final int FIRST_INCOMING = 16 * 1024;
    private static final int MAX_INCOMING = Integer.BYTES + LinkCodec.MAX_FRAME;
    private static final int STUCK_CHECK_MS = 1000;
    private static final long NANOS_PER_MS = 1_000_000;

    private final SocketChannel channel;
    private final Peer peer;
    private final Selector selector;
    private final SelectionKey key;
    private final long patienceNanos;
    private final Object lock = new Object();
    // Behind the lock: the messages that wait, and whether more will be taken.
    private final ByteBuffer waiting = ByteBuffer.allocateDirect(MAX_WAITING);
    private boolean open = true;
    private String why = "";
    // The link's own thread's.
    private ByteBuffer incoming = ByteBuffer.allocateDirect(FIRST_INCOMING);
    private long lastProgress;
    private volatile int pollMs;

    /** What a link does for its owner, all on the link's thread. An exception ends the link. */
    public interface Peer {
        /** A message has come. */
        void received(LinkMessage message) throws IOException;

        /** It is time to look whether something has changed; see {@link Link#pollEvery}. */
        default void poll() {
        }

        /** The link has ended, once; why is empty if this side closed it. */
        void ended(String why);
    }

    /**
     * Takes over a connected channel. Does nothing before {@link #start}.
     *
     * @param patienceMs how long the other side may leave bytes unread before the link ends
     */
    public Link(SocketChannel channel, int patienceMs, Peer peer) throws IOException {
        this.channel = channel;
        this.peer = peer;
        patienceNanos = patienceMs * NANOS_PER_MS;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** Starts the link's thread, a daemon. */
    public void start(String threadName) {
        Thread thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sends a message; never waits. [any-thread]
     *
     * @return false if the link has ended; it ends if too much waits
     */
    public boolean send(LinkMessage message) {
        synchronized (lock) {
            if (!open) return false;
            if (!LinkCodec.write(message, waiting)) end("the other side does not read");
        }
        selector.wakeup();
        return true;
    }

    /** Whether all that was sent is on its way; a poll sends nothing new before. [any-thread] */
    public boolean idle() {
        synchronized (lock) {
            return waiting.position() == 0;
        }
    }

    /** Calls {@link Peer#poll} at this interval from now on; 0 for never. [any-thread] */
    public void pollEvery(int milliseconds) {
        pollMs = milliseconds;
        selector.wakeup();
    }

    /** Ends the link after what waits was handed to the system, as far as it takes it at once. [any-thread] */
    @Override
    public void close() {
        synchronized (lock) {
            end("");
        }
        selector.wakeup();
    }

    private void end(String reason) {
        if (!open) return;
        open = false;
        why = reason;
    }

    private void run() {
        try {
            serve();
            flush();
        } catch (IOException | RuntimeException | Error failure) {
            synchronized (lock) {
                end(String.valueOf(failure.getMessage()));
            }
        }
        try (selector; channel) {
            LOGGER.log(Level.DEBUG, "{0} ends: {1}", Thread.currentThread().getName(), why);
        } catch (IOException failure) {
            LOGGER.log(Level.DEBUG, "closing a link: {0}", failure.getMessage());
        }
        peer.ended(why);
    }

    private void serve() throws IOException {
        Consumer<SelectionKey> nothing = ready -> { };
        lastProgress = System.nanoTime();
        long lastPoll = lastProgress;
        while (isOpen()) {
            boolean stuck = !flush();
            int interval = pollMs;
            int timeout = interval > 0 ? remaining(lastPoll, interval) : stuck ? STUCK_CHECK_MS : 0;
            if (timeout < 0) selector.selectNow(nothing);
            else selector.select(nothing, timeout);
            receive();
            if (interval > 0 && remaining(lastPoll, interval) < 0) {
                lastPoll = System.nanoTime();
                peer.poll();
            }
        }
    }

    /** Milliseconds until the next poll; below 0 if it is due. */
    private static int remaining(long lastPoll, int interval) {
        long rest = interval - (System.nanoTime() - lastPoll) / NANOS_PER_MS;
        return rest <= 0 ? -1 : (int) rest;
    }

    private boolean isOpen() {
        synchronized (lock) {
            return open;
        }
    }

    /** Hands over what waits; false if something is left. */
    private boolean flush() throws IOException {
        synchronized (lock) {
            int before = waiting.position();
            if (before > 0) {
                waiting.flip();
                channel.write(waiting);
                waiting.compact();
            }
            boolean done = waiting.position() == 0;
            long now = System.nanoTime();
            if (done || waiting.position() < before) lastProgress = now;
            else if (now - lastProgress > patienceNanos) end("the other side does not answer");
            int interest = done ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
            if (key.interestOps() != interest) key.interestOps(interest);
            return done;
        }
    }

    private void receive() throws IOException {
        int count = channel.read(incoming);
        if (count < 0) throw new IOException("the other side has ended");
        if (count == 0) return;
        incoming.flip();
        for (LinkMessage next = LinkCodec.read(incoming); next != null; next = LinkCodec.read(incoming))
            peer.received(next);
        incoming.compact();
        if (!incoming.hasRemaining()) makeRoom();
    }

    /** Doubles the room only when so much has really come: a hostile length costs nothing. */
    private void makeRoom() {
        ByteBuffer larger = ByteBuffer.allocateDirect(Math.min(MAX_INCOMING, incoming.capacity() * 2));
        incoming = larger.put(incoming.flip());
    }
}
