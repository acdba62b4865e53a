package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationWatchTest {
    private static final int BLOCK = 480;

    private final TransportState song = new TransportState();
    private long counted;
    private long calls;
    private long bytesPerCall;
    private long fromCall = 1;

    private ProcessorRunner runner() {
        Scripted effect = Scripted.processing(context -> {
            if (++calls >= fromCall) counted += bytesPerCall;
        });
        return new ProcessorRunner(effect,
            RunnerSettings.of(48_000, BLOCK, BusLayout.MONO).withProbe(() -> counted));
    }

    private void render(ProcessorRunner runner, int blocks) {
        float[][] audio = new float[1][BLOCK];
        for (int block = 0; block < blocks; block++) runner.process(audio, BLOCK, EventList.NONE, song);
    }

    @Test
    void whatIsAllocatedDuringTheFirstTwoHundredBlocksIsForgiven() {
        bytesPerCall = 24;
        ProcessorRunner runner = runner();
        render(runner, 200);
        assertTrue(runner.faults().isEmpty());
        render(runner, 3);
        assertEquals(List.of(new Fault(Fault.Kind.ALLOCATION, 3, 200L * BLOCK, "24 bytes in the first", false)),
            runner.faults());
    }

    @Test
    void aLittleIsToldAndStaysInUse() {
        bytesPerCall = 1000;
        fromCall = 500;
        ProcessorRunner runner = runner();
        render(runner, 2000);
        assertEquals(2000, calls);
        assertEquals(List.of(new Fault(Fault.Kind.ALLOCATION, 1501, 499L * BLOCK, "1000 bytes in the first", false)),
            runner.faults());
    }

    @Test
    void aFloodEndsTheProcessorsTurn() {
        bytesPerCall = (16 << 20) / 100 + 1;
        fromCall = 401;
        ProcessorRunner runner = runner();
        render(runner, 2000);
        assertEquals(500, calls);
        assertTrue(runner.faults().get(0).givenUp());
    }

    @Test
    void theRealCounterSeesAnArrayAndItselfCostsNothing() {
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        for (int warm = 0; warm < 1000; warm++) probe.allocatedBytes();
        long before = probe.allocatedBytes();
        long between = probe.allocatedBytes();
        byte[] array = new byte[100_000];
        long after = probe.allocatedBytes();
        assertEquals(0, between - before);
        assertTrue(after - between >= array.length, "counted " + (after - between));
    }
}
