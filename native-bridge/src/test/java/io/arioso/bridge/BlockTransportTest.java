package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.runtime.TransportState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTransportTest {
    private static final double RATE = 48_000;

    private final ByteBuffer memory = ByteBuffer.allocateDirect(AudioBlock.sizeOf(2, 0, 64))
        .order(ByteOrder.nativeOrder()).putInt(64, 64).putInt(68, 2);
    private final AudioBlock block = new AudioBlock(memory.duplicate());
    private final BlockTransport transport = new BlockTransport(RATE);

    private void take(int flags) {
        block.begin(64, flags);
        transport.take(block);
    }

    private void say(long frames, double quarters, double bar, double tempo, int numerator, int denominator) {
        memory.putLong(16, frames).putDouble(24, quarters).putDouble(32, bar).putDouble(40, tempo)
            .putInt(48, numerator).putInt(52, denominator);
    }

    @Test
    void aDawThatSaysNothingPlaysAsARenderDoes() {
        TransportState render = new TransportState();
        for (long at = 0; at < 500_000; at += 64) {
            take(0);
            render.locate(at, RATE);
            assertTrue(transport.playing());
            assertFalse(transport.recording());
            assertEquals(render.positionFrames(), transport.positionFrames());
            assertEquals(render.positionQuarters(), transport.positionQuarters());
            assertEquals(render.barStartQuarters(), transport.barStartQuarters());
            assertEquals(120, transport.tempoBpm());
            transport.advance(64);
        }
        transport.reset();
        take(0);
        assertEquals(0, transport.positionFrames());
    }

    @Test
    void whatTheDawSaysIsTaken() {
        say(-77, 13.25, 10.5, 93.5, 7, 8);
        take(AudioBlock.PLAYING | AudioBlock.RECORDING | AudioBlock.HAS_TEMPO | AudioBlock.HAS_QUARTERS
            | AudioBlock.HAS_BAR | AudioBlock.HAS_SIGNATURE | AudioBlock.HAS_FRAMES);
        assertTrue(transport.playing() && transport.recording());
        assertEquals(-77, transport.positionFrames());
        assertEquals(13.25, transport.positionQuarters());
        assertEquals(10.5, transport.barStartQuarters());
        assertEquals(93.5, transport.tempoBpm());
        assertEquals(7, transport.beatsPerBar());
        assertEquals(8, transport.beatUnit());
    }

    @Test
    void whatItLeavesOutFollowsFromWhatItSays() {
        say(0, 10, 0, 60, 3, 4);
        take(AudioBlock.HAS_QUARTERS | AudioBlock.HAS_TEMPO | AudioBlock.HAS_SIGNATURE);
        assertFalse(transport.playing(), "it says where it is and not that it plays");
        assertEquals(480_000, transport.positionFrames());
        assertEquals(9, transport.barStartQuarters());
        say(96_000, 0, 0, 0, 0, 0);
        take(AudioBlock.HAS_FRAMES | AudioBlock.PLAYING);
        assertEquals(4, transport.positionQuarters());
        assertEquals(4, transport.barStartQuarters());
    }

    @Test
    void aSongThatStandsDoesNotMoveOn() {
        take(AudioBlock.HAS_TEMPO);
        transport.advance(64);
        take(AudioBlock.PLAYING);
        assertEquals(0, transport.positionFrames());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300})
    void nonsenseIsNotTaken(double nonsense) {
        say(0, nonsense == 0 ? Double.NaN : nonsense * 1e300, Double.NaN, nonsense, -3, 0);
        take(AudioBlock.HAS_TEMPO | AudioBlock.HAS_QUARTERS | AudioBlock.HAS_BAR | AudioBlock.HAS_SIGNATURE);
        assertEquals(120, transport.tempoBpm());
        assertTrue(Double.isFinite(transport.barStartQuarters()));
        assertEquals(4, transport.beatsPerBar());
    }
}
