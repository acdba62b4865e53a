package io.arioso.host.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphCompilerTest {
    private static final RunnerSettings MONO = RunnerSettings.of(48_000, 64, BusLayout.MONO);

    private final Graph graph = new Graph();

    private static float[] impulseThrough(ProcessingPlan plan, int frames) {
        float[][] audio = new float[1][frames];
        audio[0][0] = 1;
        for (int at = 0; at < frames; at += 64)
            plan.process(audio, new float[0][], at, audio, at, Math.min(64, frames - at), new TransportState());
        return audio[0];
    }

    private static float[] impulseAt(int frame, float level, int frames) {
        float[] expected = new float[frames];
        expected[frame] = level;
        return expected;
    }

    @Test
    void anEmptyChainPassesAudioBitForBit() throws PlanException {
        ProcessingPlan plan = GraphCompiler.compile(Graph.chain(List.of()), MONO);
        assertArrayEquals(impulseAt(0, 1, 200), impulseThrough(plan, 200));
        assertEquals(0, plan.latencyFrames());
    }

    @Test
    void parallelBranchesOfDifferentLatencyArriveTogether() throws PlanException {
        Node slow = graph.add("slow", new TestEffects.Late(100));
        Node slower = graph.add("slower", new TestEffects.Late(37));
        Node quick = graph.add("quick", new TestEffects.Late(5));
        graph.connect(graph.input(), slow);
        graph.connect(slow, slower);
        graph.connect(slower, graph.output());
        graph.connect(graph.input(), quick);
        graph.connect(quick, graph.output());
        graph.connect(new Connection(graph.input(), graph.output(), 0.5f, false));
        ProcessingPlan plan = GraphCompiler.compile(graph, MONO);
        assertEquals(137, plan.latencyFrames());
        assertArrayEquals(impulseAt(137, 2.5f, 300), impulseThrough(plan, 300));
    }

    @Test
    void aSidechainIsAlignedWithTheMainBus() throws PlanException {
        Node late = graph.add("late", new TestEffects.Late(70));
        Node add = graph.add("add", new TestEffects.AddSidechain());
        graph.connect(graph.input(), late);
        graph.connect(late, add);
        graph.connect(new Connection(graph.input(), add, 1, true));
        graph.connect(add, graph.output());
        ProcessingPlan plan = GraphCompiler.compile(graph, MONO);
        assertEquals(70, plan.latencyFrames());
        assertArrayEquals(impulseAt(70, 2, 200), impulseThrough(plan, 200));
    }

    @Test
    void anOutputThatNothingReachesIsSilent() throws PlanException {
        Node lost = graph.add("lost", new TestEffects.Gain());
        graph.connect(graph.input(), lost);
        assertArrayEquals(new float[128], impulseThrough(GraphCompiler.compile(graph, MONO), 128));
    }

    @Test
    void tailsAddUpAlongAPathAndAnEndlessOneStaysEndless() throws PlanException {
        assertEquals(300, GraphCompiler.compile(
            Graph.chain(List.of(new TestEffects.Late(10, 100), new TestEffects.Late(0, 200))), MONO).tailFrames());
        assertEquals(Long.MAX_VALUE, GraphCompiler.compile(
            Graph.chain(List.of(new TestEffects.Late(10, Long.MAX_VALUE), new TestEffects.Late(5))), MONO).tailFrames());
    }

    @Test
    void theTailFollowsAProcessorWhoseTailMoves() throws PlanException {
        TestEffects.Late ringing = new TestEffects.Late(10, 100);
        ProcessingPlan plan = GraphCompiler.compile(Graph.chain(List.of(ringing, new TestEffects.Late(5))), MONO);
        assertEquals(105, plan.tailFrames());
        ringing.tail = 7000;
        assertEquals(7005, plan.tailFrames());
        ringing.tail = -1;
        assertEquals(15, plan.tailFrames());
    }

    @Test
    void theTailOfManyDiamondsIsThatOfTheLongestPath() throws PlanException {
        Node from = graph.input();
        for (int diamond = 0; diamond < 40; diamond++) {
            Node left = graph.add("left " + diamond, new TestEffects.Late(0, 100));
            Node right = graph.add("right " + diamond, new TestEffects.Late(0, 30));
            Node joined = graph.add("joined " + diamond, new TestEffects.Late(0, 1));
            graph.connect(from, left);
            graph.connect(from, right);
            graph.connect(left, joined);
            graph.connect(right, joined);
            from = joined;
        }
        graph.connect(from, graph.output());
        assertEquals(40 * 101, GraphCompiler.compile(graph, MONO).tailFrames());
    }

    @Test
    void anUnsupportedLayoutNamesTheEffectAndClosesTheOthers() {
        TestEffects.Late first = new TestEffects.Late(3);
        Graph chain = new Graph();
        Node a = chain.add("first", first);
        Node b = chain.add("narrow", new TestEffects.Gain());
        chain.connect(chain.input(), a);
        chain.connect(a, b);
        chain.connect(new Connection(chain.input(), b, 1, true));
        PlanException refused = assertThrows(PlanException.class, () -> GraphCompiler.compile(chain, MONO));
        assertEquals("narrow cannot be prepared: layout: BusLayout[channels=1, sidechainChannels=1] "
            + "is not supported by this effect", refused.getMessage());
        assertEquals(1, first.closed);
    }

    @Test
    void anEditKeepsTheRunnersOfNodesThatStay() throws PlanException {
        Node keep = graph.add("keep", new TestEffects.Gain());
        Node again = graph.add("again", new TestEffects.Gain());
        graph.connect(graph.input(), keep);
        graph.connect(keep, again);
        graph.connect(again, graph.output());
        ProcessingPlan before = GraphCompiler.compile(graph, MONO);
        ProcessingPlan after = GraphCompiler.recompile(graph, MONO, before, Set.of(again));
        assertSame(before.runners().get(keep), after.runners().get(keep));
        assertNotSame(before.runners().get(again), after.runners().get(again));
    }
}
