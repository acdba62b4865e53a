package io.arioso.host.graph;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a graph into a plan. [main-thread]
 *
 * <p>Every path to a node is made as late as its slowest one, side-chains included. A node with one plain source works
 * in that source's memory when nobody else hears it.
 */
public final class GraphCompiler {
    private final Graph graph;
    private final RunnerSettings settings;
    private final Map<Node, ProcessorRunner> kept;
    private final Map<Node, float[][]> buses = new HashMap<>();
    private final Map<Node, Integer> latencies = new HashMap<>();
    private final TailSum tails = new TailSum();
    private final List<Step> steps = new ArrayList<>();
    private final List<ProcessorRunner> prepared = new ArrayList<>();

    private GraphCompiler(Graph graph, RunnerSettings settings, Map<Node, ProcessorRunner> kept) {
        this.graph = graph;
        this.settings = settings;
        this.kept = kept;
    }

    /**
     * Compiles a graph for the first time: prepares every plug-in.
     *
     * @throws PlanException naming the node if a plug-in cannot be prepared; what was prepared is closed again
     */
    public static ProcessingPlan compile(Graph graph, RunnerSettings settings) throws PlanException {
        return new GraphCompiler(graph, settings, Map.of()).compile();
    }

    /**
     * Compiles an edited graph: nodes of the earlier plan keep their runners and so their sound, others are prepared.
     *
     * @param restart nodes of the earlier plan that are to be prepared anew
     */
    public static ProcessingPlan recompile(
            Graph graph, RunnerSettings settings, ProcessingPlan earlier, Set<Node> restart) throws PlanException {
        Map<Node, ProcessorRunner> kept = new HashMap<>(earlier.runners());
        kept.keySet().removeAll(restart);
        return new GraphCompiler(graph, settings, kept).compile();
    }

    private ProcessingPlan compile() throws PlanException {
        try {
            for (Node node : graph.inOrder()) place(node);
        } catch (PlanException failure) {
            prepared.forEach(ProcessorRunner::close);
            throw failure;
        }
        Node output = graph.output();
        return new ProcessingPlan(steps, buses.get(graph.input()), buses.get(graph.sidechain()), buses.get(output),
            latencies.get(output), () -> tails.frames(output));
    }

    private void place(Node node) throws PlanException {
        List<Connection> sources = graph.into(node, false);
        List<Connection> sidechain = graph.into(node, true);
        int aligned = Math.max(latest(sources), latest(sidechain));
        if (node == graph.input() || node == graph.sidechain()) buses.put(node, newBus(channels()));
        else buses.put(node, gather(sources, aligned, channels()));
        if (node.plugin().isPresent()) {
            ProcessorRunner runner = run(node, node.plugin().get(), aligned);
            aligned += runner.latencyFrames();
            tails.add(node, both(sources, sidechain), runner::tailFrames);
        } else {
            tails.add(node, sources, TailSum.NONE);
        }
        latencies.put(node, aligned);
    }

    private ProcessorRunner run(Node node, AudioPlugin plugin, int aligned) throws PlanException {
        List<Connection> sidechain = graph.into(node, true);
        BusLayout layout = sidechain.isEmpty() ? settings.layout() : settings.layout().withSidechain(channels());
        ProcessorRunner runner = kept.get(node);
        if (runner == null) {
            runner = prepare(node, plugin, layout);
            prepared.add(runner);
        }
        float[][] side = sidechain.isEmpty() ? new float[0][] : gather(sidechain, aligned, channels());
        steps.add(new RunStep(node, runner, buses.get(node), side));
        return runner;
    }

    private ProcessorRunner prepare(Node node, AudioPlugin plugin, BusLayout layout) throws PlanException {
        RunnerSettings own = new RunnerSettings(settings.sampleRate(), settings.maxFrames(), layout, settings.offline(),
            settings.host(), settings.probe());
        try {
            return new ProcessorRunner(plugin, own);
        } catch (Throwable failure) {
            throw new PlanException(node, failure);
        }
    }

    private float[][] gather(List<Connection> sources, int aligned, int channels) {
        if (sources.size() == 1 && sources.get(0).gain() == 1 && latencies.get(sources.get(0).from()) == aligned
                && heardOnce(sources.get(0).from()))
            return buses.get(sources.get(0).from());
        float[][] bus = newBus(channels);
        MixStep.Source[] mix = new MixStep.Source[sources.size()];
        for (int i = 0; i < mix.length; i++) {
            Connection source = sources.get(i);
            int late = aligned - latencies.get(source.from());
            mix[i] = new MixStep.Source(buses.get(source.from()), source.gain(), late);
        }
        steps.add(new MixStep(bus, mix, settings.maxFrames()));
        return bus;
    }

    private boolean heardOnce(Node source) {
        return graph.connections().stream().filter(connection -> connection.from() == source).count() == 1;
    }

    private int latest(List<Connection> sources) {
        return sources.stream().mapToInt(source -> latencies.get(source.from())).max().orElse(0);
    }

    private static List<Connection> both(List<Connection> main, List<Connection> sidechain) {
        List<Connection> all = new ArrayList<>(main);
        all.addAll(sidechain);
        return all;
    }

    private int channels() {
        return settings.layout().channels();
    }

    private float[][] newBus(int channels) {
        return new float[channels][settings.maxFrames()];
    }
}
