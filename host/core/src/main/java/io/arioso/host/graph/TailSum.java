package io.arioso.host.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long a graph's output goes on after its input: the longest path, to which each node adds what it says at the moment
 * of the question. Filled in the order of the graph, then only read.
 */
final class TailSum {
    /** What a node without a plug-in adds. */
    static final LongSupplier NONE = () -> 0;

    private final List<Stage> stages = new ArrayList<>();
    private final Map<Node, Integer> places = new HashMap<>();

    /** Adds a node behind its sources, which were added before. */
    void add(Node node, List<Connection> sources, LongSupplier ownFrames) {
        int[] from = sources.stream().mapToInt(source -> places.get(source.from())).toArray();
        places.put(node, stages.size());
        stages.add(new Stage(from, ownFrames));
    }

    /** Frames up to a node's output; {@link Long#MAX_VALUE} for ever. [any-thread] */
    long frames(Node node) {
        long[] tails = new long[stages.size()];
        for (int place = 0; place < tails.length; place++) {
            Stage stage = stages.get(place);
            for (int source : stage.sources()) tails[place] = Math.max(tails[place], tails[source]);
            tails[place] = plus(tails[place], stage.ownFrames().getAsLong());
        }
        return tails[places.get(node)];
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private record Stage(int[] sources, LongSupplier ownFrames) {
    }
}
