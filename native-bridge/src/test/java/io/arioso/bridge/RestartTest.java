package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.effects.Late;
import io.arioso.bridge.effects.Rebuilt;
import io.arioso.bridge.effects.Swapping;
import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final int BLOCK = 64;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;

    private BridgedPlugin late;

    private static BridgedParameter first(BridgedPlugin plugin) {
        return plugin.parameters().get(1);
    }

    /** Plays a constant until something has happened; returns the largest step between two output samples. */
    private static float play(FakeShim shim, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        float last = Float.NaN;
        float largest = 0;
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never happened");
            float[][] audio = new float[2][BLOCK];
            for (float[] channel : audio) Arrays.fill(channel, 1);
            shim.process(audio, 0, BLOCK, 0, List.of());
            for (float sample : audio[1]) {
                if (!Float.isNaN(last)) largest = Math.max(largest, Math.abs(sample - last));
                last = sample;
            }
            Thread.sleep(1);
        }
        return largest;
    }

    @Test
    void aNewProcessorFadesInWithoutAStepAndTheOldOneIsClosed() throws InterruptedException {
        BridgedPlugin plugin = Opened.of(Swapping.class, EventValues.PLAIN_BY_KEY, folder);
        FakeHost host = new FakeHost(false);
        plugin.attach(host);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, BLOCK).activate(false);
        play(shim, () -> plugin.plain(plugin.parameters().get(2)) == 1);
        plugin.setPlain(first(plugin), 0.2);
        float[][] audio = new float[2][BLOCK];
        Arrays.fill(audio[0], 1);
        float largest = play(shim, () -> plugin.plain(plugin.parameters().get(2)) == 0.2);
        largest = Math.max(largest, play(shim, () -> closed(plugin) == 1));
        shim.process(audio, 0, BLOCK, 0, List.of());
        assertEquals(0.2f, audio[0][BLOCK - 1], "the new processor plays");
        assertEquals(0.8 / 720, largest, 1e-4, "a crossfade of 15 ms");
        assertEquals(0, host.latencyChanges.get());
        plugin.close();
    }

    private FakeShim late(FakeHost host) {
        late = Opened.of(Late.class, EventValues.PLAIN_BY_KEY, folder);
        late.attach(host);
        return new FakeShim(late, BusLayout.STEREO, BLOCK);
    }

    @Test
    void aDawThatBearsItGetsAnotherLatencyWhileAudioRuns() throws InterruptedException {
        FakeHost host = new FakeHost(true);
        FakeShim shim = late(host).activate(false);
        assertEquals(64, late.latencyFrames());
        late.setPlain(first(late), 500);
        play(shim, () -> host.latencyChanges.get() == 1);
        assertEquals(500, late.latencyFrames());
        play(shim, () -> shim.latency() == 500);
        late.deactivate();
        assertEquals(500, late.latencyFrames());
        assertEquals(1, host.latencyChanges.get());
    }

    @Test
    void aDawThatDoesNotBearItIsAskedOnceAndTheOldProcessorPlaysOn() throws InterruptedException {
        FakeHost host = new FakeHost(false);
        FakeShim shim = late(host).activate(false);
        late.setPlain(first(late), 500);
        play(shim, () -> host.latencyChanges.get() == 1);
        late.setPlain(first(late), 600);
        long end = System.nanoTime() + 200_000_000;
        play(shim, () -> System.nanoTime() > end);
        assertEquals(64, shim.latency());
        assertEquals(1, host.latencyChanges.get());
        shim.activate(false);
        assertEquals(600, shim.latency());
        late.setPlain(first(late), 700);
        play(shim, () -> host.latencyChanges.get() == 2);
        late.close();
    }

    @Test
    void anOfflineRenderObeysNoRestart() throws InterruptedException {
        FakeHost host = new FakeHost(true);
        FakeShim shim = late(host).activate(true);
        late.setPlain(first(late), 500);
        long end = System.nanoTime() + 200_000_000;
        play(shim, () -> System.nanoTime() > end);
        assertEquals(64, shim.latency());
        assertEquals(0, host.latencyChanges.get());
        shim.activate(true);
        assertEquals(500, shim.latency());
    }

    private static float lastOf(FakeShim shim, int blocks) {
        float[][] audio = new float[2][BLOCK];
        for (int block = 0; block < blocks; block++) {
            for (float[] channel : audio) Arrays.fill(channel, 1);
            shim.process(audio, 0, BLOCK, 0, List.of());
        }
        return audio[1][BLOCK - 1];
    }

    @Test
    void whatAHostSetsBeforeTheFirstSoundIsWhereTheProcessorStarts() {
        BridgedPlugin plugin = Opened.of(Rebuilt.class, EventValues.PLAIN_BY_CONTROL, folder);
        plugin.attach(new FakeHost(true));
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, BLOCK).activate(false);
        float[][] nothing = new float[2][BLOCK];
        shim.process(nothing, 0, 0, 0, List.of(new FakeShim.Event(0, AudioBlock.VALUE, 0, 0.25)));
        assertEquals(0.25f, lastOf(shim, 1));
        plugin.close();
    }

    @Test
    void aLoadedStateHasItsProcessorBeforeAnyBlockAsksForIt() throws Exception {
        BridgedPlugin plugin = Opened.of(Rebuilt.class, EventValues.PLAIN_BY_KEY, folder);
        plugin.attach(new FakeHost(true));
        plugin.setPlain(plugin.parameters().get(1), 0.25);
        byte[] state = plugin.saveState();
        plugin.setPlain(plugin.parameters().get(1), 1);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, BLOCK).activate(false);
        assertEquals(1f, lastOf(shim, 1));
        plugin.loadState(state);
        assertEquals(0.25f, lastOf(shim, 720 / BLOCK + 1), "after a crossfade of 15 ms");
        plugin.close();
    }

    @Test
    void aSwapAllocatesNothingOnTheAudioThread() {
        RunnerSettings settings = RunnerSettings.of(FakeShim.RATE, BLOCK, BusLayout.STEREO);
        Late plugin = new Late();
        float[][] audio = new float[2][BLOCK];
        float[][] noSidechain = {};
        TransportState transport = new TransportState();
        RunnerExchange exchange = new RunnerExchange(new ProcessorRunner(plugin, settings), 2, BLOCK, FakeShim.RATE);
        ProcessorRunner[] next = new ProcessorRunner[1];
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200 && least > 0; round++) {
            next[0] = new ProcessorRunner(plugin, settings);
            exchange.offer(next[0]);
            long before = probe.allocatedBytes();
            for (int i = 0; i < 100; i++) exchange.process(audio, noSidechain, BLOCK, EventList.NONE, transport);
            least = Math.min(least, probe.allocatedBytes() - before);
            assertSame(next[0], exchange.playing());
            assertTrue(exchange.collect());
            assertTrue(exchange.free());
        }
        assertEquals(0, least, "bytes in every round");
    }

    private static double closed(BridgedPlugin plugin) {
        return plugin.plain(plugin.parameters().get(3));
    }
}
