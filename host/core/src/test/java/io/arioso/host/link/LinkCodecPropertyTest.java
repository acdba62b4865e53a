package io.arioso.host.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Value;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkCodecPropertyTest {
    private static final long SEED = 20261122;

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    @Test
    void everyMessageComesBackAsItWas() throws LinkException {
        RandomMessages messages = new RandomMessages(SEED);
        for (int round = 0; round < 2000; round++) {
            LinkMessage sent = messages.ofKind(round % RandomMessages.KINDS);
            buffer.clear();
            assertTrue(LinkCodec.write(sent, buffer));
            buffer.flip();
            assertEquals(sent, LinkCodec.read(buffer), "round " + round + ", seed " + SEED);
            assertFalse(buffer.hasRemaining());
        }
    }

    @Test
    void aFrameThatIsCutAnywhereIsAwaited() throws LinkException {
        RandomMessages messages = new RandomMessages(SEED);
        for (int kind = 0; kind < RandomMessages.KINDS; kind++) {
            byte[] frame = frame(messages.ofKind(kind));
            for (int length = 0; length < frame.length; length++) {
                ByteBuffer cut = ByteBuffer.wrap(frame, 0, length);
                assertNull(LinkCodec.read(cut), "kind " + kind + " cut at " + length);
                assertEquals(0, cut.position());
            }
        }
    }

    @Test
    void aContentThatIsCutAnywhereIsRefused() {
        RandomMessages messages = new RandomMessages(SEED);
        for (int kind = 0; kind < RandomMessages.KINDS; kind++) {
            byte[] frame = frame(messages.ofKind(kind));
            for (int length = 1; length < frame.length - Integer.BYTES; length++) {
                ByteBuffer cut = ByteBuffer.wrap(frame.clone());
                cut.putInt(0, length).limit(Integer.BYTES + length);
                assertThrows(LinkException.class, () -> LinkCodec.read(cut), "kind " + kind + " cut at " + length);
            }
        }
    }

    @Test
    void garbageIsRefusedOrUnderstoodAndNothingElse() {
        Random random = new Random(SEED);
        RandomMessages messages = new RandomMessages(SEED);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] frame = frame(messages.next());
            for (int hits = random.nextInt(4) + 1; hits > 0; hits--)
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            try {
                LinkCodec.read(ByteBuffer.wrap(frame));
            } catch (LinkException expected) {
                refused++;
            }
        }
        assertTrue(refused > 1000, refused + " refused, seed " + SEED);
    }

    @Test
    void aHostileLengthIsRefusedBeforeItsBytesCome() {
        for (int length : new int[] {-1, 0, Integer.MIN_VALUE, LinkCodec.MAX_FRAME + 1, Integer.MAX_VALUE})
            assertThrows(LinkException.class, () -> LinkCodec.read(ByteBuffer.allocate(4).putInt(0, length)));
    }

    @Test
    void aHostileListSizeIsRefused() {
        byte[] frame = frame(new Closed(1, "why"));
        ByteBuffer.wrap(frame).putInt(9, Integer.MAX_VALUE);
        LinkException refusal = assertThrows(LinkException.class, () -> LinkCodec.read(ByteBuffer.wrap(frame)));
        assertEquals("frame: ends " + (Integer.MAX_VALUE - 3) + " bytes too early", refusal.getMessage());
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
            assertThrows(LinkException.class, () -> LinkCodec.read(ByteBuffer.wrap(frame(new Value(1, 2, value)))));
    }

    @Test
    void aMessageThatDoesNotFitLeavesTheBufferAsItWas() {
        ByteBuffer small = ByteBuffer.allocate(20);
        assertTrue(LinkCodec.write(new Close(1), small));
        assertFalse(LinkCodec.write(new Closed(2, "too long for what is left"), small));
        assertEquals(9, small.position());
    }

    private byte[] frame(LinkMessage message) {
        buffer.clear();
        assertTrue(LinkCodec.write(message, buffer));
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
