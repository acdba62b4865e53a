package io.arioso.host.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Value;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LinkTest {
    private static final int PATIENT = 60_000;

    @TempDir
    Path folder;
    private SocketChannel near;
    private SocketChannel far;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("link"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            near = SocketChannel.open(address);
            far = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
    }

    @Test
    void messagesArriveInOrderBothWays() throws Exception {
        Inbox nearInbox = new Inbox();
        Inbox farInbox = new Inbox();
        try (Link nearLink = start(near, nearInbox); Link farLink = start(far, farInbox)) {
            for (int count = 0; count < 1000; count++) {
                assertTrue(nearLink.send(new Value(1, count, count / 3.0)));
                assertTrue(farLink.send(new Value(2, count, count)));
            }
            for (int count = 0; count < 1000; count++) {
                assertEquals(new Value(1, count, count / 3.0), farInbox.next());
                assertEquals(new Value(2, count, count), nearInbox.next());
            }
        }
    }

    @Test
    void twoThreadsMaySendAtOnce() throws Exception {
        Inbox inbox = new Inbox();
        try (Link sender = start(near, new Inbox()); Link receiver = start(far, inbox)) {
            Thread[] threads = {sending(sender, 0), sending(sender, 1)};
            int[] expected = new int[2];
            for (int count = 0; count < 4000; count++) {
                Value value = (Value) inbox.next();
                assertEquals(expected[value.editor()]++, value.parameter());
            }
            for (Thread thread : threads) thread.join();
            assertTrue(receiver.idle());
        }
    }

    private static Thread sending(Link link, int editor) {
        Thread thread = new Thread(() -> {
            for (int count = 0; count < 2000; count++) link.send(new Value(editor, count, 0));
        });
        thread.start();
        return thread;
    }

    @Test
    void aMessageLongerThanTheFirstBufferArrives() throws Exception {
        Closed message = new Closed(1, "x".repeat(100_000));
        Inbox inbox = new Inbox();
        try (Link sender = start(near, new Inbox()); Link receiver = start(far, inbox)) {
            sender.send(message);
            assertEquals(message, inbox.next());
            assertTrue(receiver.send(new Close(1)));
        }
    }

    @Test
    void theLastMessageBeforeTheEndArrives() throws Exception {
        Inbox inbox = new Inbox();
        try (Link receiver = start(far, inbox)) {
            Link sender = start(near, new Inbox());
            sender.send(new Close(7));
            sender.close();
            assertEquals(new Close(7), inbox.next());
            assertEquals("the other side has ended", inbox.end());
            assertFalse(receiver.send(new Close(8)));
        }
    }

    @Test
    void theSideThatClosesHearsTheEndWithoutReason() throws Exception {
        Inbox inbox = new Inbox();
        Link link = start(near, inbox);
        link.close();
        link.close();
        assertEquals("", inbox.end());
        assertFalse(link.send(new Close(1)));
        assertEquals(1, inbox.ends.get());
    }

    @Test
    void garbageEndsTheLink() throws Exception {
        Inbox inbox = new Inbox();
        start(near, inbox);
        far.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertEquals("frame length: 1195725856 is outside 1..1048576", inbox.end());
        assertEquals(-1, far.read(ByteBuffer.allocate(1)));
    }

    @Test
    void aReceiverThatFailsEndsTheLink() throws Exception {
        Inbox inbox = new Inbox() {
            @Override
            public void received(LinkMessage message) {
                throw new IllegalStateException("no editor 3");
            }
        };
        start(near, inbox);
        try (Link sender = start(far, new Inbox())) {
            sender.send(new Close(3));
            assertEquals("no editor 3", inbox.end());
        }
    }

    @Test
    void nobodyWaitsForASideThatDoesNotRead() throws Exception {
        Inbox inbox = new Inbox();
        Link link = start(near, inbox);
        int taken = 0;
        while (link.send(new Value(1, taken, 0))) taken++;
        assertTrue(taken > Link.MAX_WAITING / 21, taken + " messages");
        assertEquals("the other side does not read", inbox.end());
    }

    @Test
    void aSideThatStaysSilentWhileBytesWaitIsGivenUp() throws Exception {
        Inbox inbox = new Inbox();
        Link link = new Link(near, 100, inbox);
        link.start("impatient");
        String text = "x".repeat(50_000);
        for (int count = 0; count < 30 && link.idle(); count++) {
            link.send(new Closed(1, text));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertFalse(link.idle());
        assertEquals("the other side does not answer", inbox.end());
    }

    @Test
    void aLinkPollsWhileItIsAsked() throws Exception {
        BlockingQueue<Long> polls = new LinkedBlockingQueue<>();
        Inbox inbox = new Inbox() {
            @Override
            public void poll() {
                polls.add(System.nanoTime());
            }
        };
        try (Link link = start(near, inbox)) {
            link.pollEvery(5);
            for (int count = 0; count < 5; count++) assertTrue(polls.poll(10, TimeUnit.SECONDS) != null);
            link.pollEvery(0);
            link.send(new Close(1));
            while (!polls.isEmpty()) polls.poll(100, TimeUnit.MILLISECONDS);
            assertNull(polls.poll(50, TimeUnit.MILLISECONDS));
        }
    }

    private static Link start(SocketChannel channel, Link.Peer peer) throws IOException {
        Link link = new Link(channel, PATIENT, peer);
        link.start("link under test");
        return link;
    }

    /** Keeps what a link delivers. */
    private static class Inbox implements Link.Peer {
        private final BlockingQueue<LinkMessage> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        public void received(LinkMessage message) {
            messages.add(message);
        }

        @Override
        public void ended(String why) {
            ends.incrementAndGet();
            reasons.add(why);
        }

        LinkMessage next() throws InterruptedException {
            return messages.poll(10, TimeUnit.SECONDS);
        }

        String end() throws InterruptedException {
            return reasons.poll(10, TimeUnit.SECONDS);
        }
    }
}
