package io.arioso.host.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.graph.Graph;
import io.arioso.host.graph.GraphCompiler;
import io.arioso.host.graph.Node;
import io.arioso.host.graph.PlanException;
import io.arioso.host.graph.ProcessingPlan;
import io.arioso.host.graph.TestEffects;
import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.Fault;
import io.arioso.runtime.RunnerSettings;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    private static final int ROUNDS = 20;

    private static final int FRAMES = 20_000;
    private static final RunnerSettings STEREO = RunnerSettings.of(48_000, 512, BusLayout.STEREO);

    private static float[][] noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] noise = new float[2][FRAMES];
        for (float[] channel : noise) for (int i = 0; i < FRAMES; i++) channel[i] = (float) random.nextDouble(-0.5, 0.5);
        return noise;
    }

    private static Node append(Graph graph, Node last, String name, AudioPlugin plugin) {
        Node node = graph.add(name, plugin);
        graph.connect(last, node);
        return node;
    }

    private static float[][] run(Engine engine, float[][] in, int block) {
        float[][] out = new float[2][FRAMES];
        float[][] piece = new float[2][block];
        for (int at = 0; at < FRAMES; at += block) {
            int frames = Math.min(block, FRAMES - at);
            for (int channel = 0; channel < 2; channel++) System.arraycopy(in[channel], at, piece[channel], 0, frames);
            engine.process(piece, piece, frames);
            for (int channel = 0; channel < 2; channel++) System.arraycopy(piece[channel], 0, out[channel], at, frames);
        }
        return out;
    }

    private static void assertSameBits(float[][] expected, float[][] actual) {
        for (int channel = 0; channel < expected.length; channel++) assertArrayEquals(expected[channel], actual[channel]);
    }

    private static Engine automatedEngine(boolean offline) throws PlanException {
        Graph graph = new Graph();
        TestEffects.Gain gain = new TestEffects.Gain();
        Node node = append(graph, append(graph, graph.input(), "late", new TestEffects.Late(333)), "gain", gain);
        graph.connect(node, graph.output());
        graph.connect(graph.input(), graph.output());
        Engine engine = new Engine(48_000, GraphCompiler.compile(graph, STEREO.withOffline(offline)));
        List<Automation.Event> events = new ArrayList<>();
        for (int frame = 17; frame < FRAMES; frame += 997)
            events.add(new Automation.Event(frame, node, gain.gainDb, frame % 30 - 20));
        engine.automate(Automation.of(events));
        return engine;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 480, 512, 1000, 4096, FRAMES})
    void automatedSoundDoesNotDependOnTheBlockSize(int block) throws PlanException {
        float[][] expected = run(automatedEngine(false), noise(1), 512);
        assertSameBits(expected, run(automatedEngine(false), noise(1), block));
    }

    @Test
    void liveAndOfflineGiveTheSameBits() throws PlanException {
        assertSameBits(run(automatedEngine(false), noise(1), 64), run(automatedEngine(true), noise(1), 1024));
    }

    @Test
    void locatingBackRepeatsTheSound() throws PlanException {
        Graph graph = new Graph();
        graph.connect(append(graph, graph.input(), "late", new TestEffects.Late(100)), graph.output());
        Engine engine = new Engine(48_000, GraphCompiler.compile(graph, STEREO));
        float[][] first = run(engine, noise(1), 512);
        engine.locate(0);
        assertSameBits(first, run(engine, noise(1), 512));
    }

    @Test
    void aThrowingEffectCostsOnlyItself() throws PlanException {
        assertFaultCostsOnlyItself(Fault.Kind.EXCEPTION, new TestEffects.Custom(context -> {
            throw new IllegalStateException("no");
        }));
    }

    @Test
    void anEffectThatMakesNanCostsOnlyItself() throws PlanException {
        assertFaultCostsOnlyItself(Fault.Kind.NOT_FINITE,
            new TestEffects.Custom(context -> context.audio().channel(0)[0] = Float.NaN));
    }

    private static void assertFaultCostsOnlyItself(Fault.Kind kind, AudioPlugin culprit) throws PlanException {
        Graph faulty = Graph.chain(List.of(new TestEffects.Late(50), culprit, new TestEffects.Late(7)));
        Graph without = Graph.chain(List.of(new TestEffects.Late(50), new TestEffects.Late(7)));
        Engine engine = new Engine(48_000, GraphCompiler.compile(faulty, STEREO));
        float[][] heard = run(engine, noise(2), 512);
        assertSameBits(run(new Engine(48_000, GraphCompiler.compile(without, STEREO)), noise(2), 512), heard);
        List<Fault> faults = engine.faults().values().iterator().next();
        assertEquals(1, engine.faults().size());
        assertEquals(kind, faults.get(0).kind());
        assertEquals(3, faults.get(0).blocks());
        assertTrue(faults.get(0).givenUp());
    }

    @Test
    void aFloodOfAllocationEndsInTheDrySignalAndOneMessage() throws PlanException {
        float[][][] sink = new float[1][][];
        Graph graph = Graph.chain(List.of(new TestEffects.Custom(context -> {
            sink[0] = new float[8][32_768];
            context.audio().channel(0)[0] = 0;
        })));
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        Engine engine = new Engine(8_000, GraphCompiler.compile(graph,
            new RunnerSettings(8_000, 64, BusLayout.STEREO, false, STEREO.host(), probe)));
        float[][] in = noise(3);
        float[][] out = run(engine, in, 64);
        assertEquals(in[0][FRAMES - 32], out[0][FRAMES - 32]);
        List<Fault> faults = engine.faults().values().iterator().next();
        assertEquals(Fault.Kind.ALLOCATION, faults.get(0).kind());
        assertTrue(faults.get(0).givenUp());
    }

    @Test
    void aNewPlanTakesOverWithoutAStepAndTheOldEffectIsClosed() throws PlanException {
        Graph graph = new Graph();
        TestEffects.Late removed = new TestEffects.Late(10);
        Node node = append(graph, graph.input(), "removed", removed);
        graph.connect(node, graph.output());
        ProcessingPlan first = GraphCompiler.compile(graph, STEREO);
        Engine engine = new Engine(48_000, first);
        float[][] tone = new float[2][4096];
        for (float[] channel : tone)
            for (int i = 0; i < channel.length; i++) channel[i] = (float) StrictMath.sin(2 * Math.PI * 100 * i / 48_000);
        float[][] out = new float[2][4096];
        engine.process(tone, out, 1000);
        graph.remove(node);
        graph.connect(graph.input(), graph.output());
        engine.publish(GraphCompiler.recompile(graph, STEREO, first, Set.of()));
        float[][] rest = {Arrays.copyOfRange(tone[0], 1000, 4096), Arrays.copyOfRange(tone[1], 1000, 4096)};
        float[][] after = new float[2][3096];
        engine.process(rest, after, 3096);
        assertTrue(Math.abs(after[0][0] - out[0][999]) < 0.03, "step of " + (after[0][0] - out[0][999]));
        assertEquals(rest[0][3000], after[0][3000]);
        assertEquals(0, removed.closed, "closed before the main thread collected");
        engine.collect();
        assertEquals(1, removed.closed);
    }

    @Test
    void aPlanThatNeverPlayedIsClosedToo() throws PlanException {
        Graph graph = Graph.chain(List.of());
        ProcessingPlan first = GraphCompiler.compile(graph, STEREO);
        Engine engine = new Engine(48_000, first);
        TestEffects.Late skipped = new TestEffects.Late(1);
        engine.publish(GraphCompiler.compile(Graph.chain(List.of(skipped)), STEREO));
        engine.publish(GraphCompiler.compile(graph, STEREO));
        assertEquals(1, skipped.closed);
        engine.close();
        assertEquals(1, skipped.closed);
    }

    @Test
    void aPlanOfOtherChannelsIsRefused() throws PlanException {
        Engine engine = new Engine(48_000, GraphCompiler.compile(Graph.chain(List.of()), STEREO));
        ProcessingPlan mono = GraphCompiler.compile(Graph.chain(List.of()), RunnerSettings.of(48_000, 512, BusLayout.MONO));
        assertThrows(IllegalArgumentException.class, () -> engine.publish(mono));
    }

    @Test
    void tenThousandAutomatedBlocksAllocateNothing() throws PlanException {
        Engine engine = automatedEngine(false);
        float[][] block = new float[2][64];
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            engine.locate(0);
            long before = probe.allocatedBytes();
            for (int i = 0; i < 10_000; i++) engine.process(block, block, 64);
            least = Math.min(least, probe.allocatedBytes() - before);
        }
        assertEquals(0, least, "bytes in every round; the virtual machine itself charges a thread while it compiles");
    }
}
