package io.arioso.host.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private final Graph graph = new Graph();
    private final Node a = graph.add("a", new TestEffects.Gain());
    private final Node b = graph.add("b", new TestEffects.Gain());

    @Test
    void aConnectionThatWouldCloseALoopIsRefusedByName() {
        graph.connect(a, b);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> graph.connect(b, a));
        assertEquals("b -> a: would close a loop", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> graph.connect(a, a));
    }

    @Test
    void nothingFlowsIntoTheInputOrOutOfTheOutput() {
        assertThrows(IllegalArgumentException.class, () -> graph.connect(a, graph.input()));
        assertThrows(IllegalArgumentException.class, () -> graph.connect(graph.output(), a));
    }

    @Test
    void theSameConnectionTwiceIsRefused() {
        graph.connect(a, b);
        assertThrows(IllegalArgumentException.class, () -> graph.connect(a, b));
    }

    @Test
    void aSumHasNoSidechain() {
        Node sum = graph.addSum("sum");
        assertThrows(IllegalArgumentException.class, () -> graph.connect(new Connection(a, sum, 1, true)));
    }

    @Test
    void removingANodeRemovesWhatLedToIt() {
        graph.connect(graph.input(), a);
        graph.connect(a, b);
        graph.remove(a);
        assertTrue(graph.connections().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> graph.remove(graph.input()));
    }

    @Test
    void eachNodeComesAfterAllThatItHears() {
        graph.connect(b, a);
        graph.connect(graph.input(), b);
        graph.connect(a, graph.output());
        List<Node> order = graph.inOrder();
        assertTrue(order.indexOf(graph.input()) < order.indexOf(b));
        assertTrue(order.indexOf(b) < order.indexOf(a));
        assertTrue(order.indexOf(a) < order.indexOf(graph.output()));
    }
}
