package io.arioso.host.graph;

import io.arioso.sdk.AudioPlugin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plug-ins and how audio flows between them; edited on the main thread and compiled by {@link GraphCompiler}.
 *
 * <p>All buses have the same number of channels. Loops are refused when the connection is made. The graph does not own
 * its plug-ins.
 */
public final class Graph {
    private final Node input = new Node("input", null);
    private final Node output = new Node("output", null);
    private final Node sidechain = new Node("side-chain", null);
    private final Set<Node> nodes = new LinkedHashSet<>(List.of(input, sidechain, output));
    private final List<Connection> connections = new ArrayList<>();

    /** A graph of plug-ins in a row, input to output. */
    public static Graph chain(List<? extends AudioPlugin> plugins) {
        Graph graph = new Graph();
        Node last = graph.input;
        for (AudioPlugin plugin : plugins) {
            Node node = graph.add(plugin.getClass().getSimpleName(), plugin);
            graph.connect(last, node);
            last = node;
        }
        graph.connect(last, graph.output);
        return graph;
    }

    /** Where audio enters. */
    public Node input() {
        return input;
    }

    /** Where the signal enters that effects listen to and nobody hears, unless it is connected to a main bus. */
    public Node sidechain() {
        return sidechain;
    }

    /** Where audio leaves. */
    public Node output() {
        return output;
    }

    /** Adds a plug-in. */
    public Node add(String name, AudioPlugin plugin) {
        Node node = new Node(name, plugin);
        nodes.add(node);
        return node;
    }

    /** Adds a node that only sums what arrives. */
    public Node addSum(String name) {
        return add(name, null);
    }

    /** Removes a node and everything that leads to it and from it; input, side-chain and output stay. */
    public void remove(Node node) {
        if (node == input || node == sidechain || node == output)
            throw new IllegalArgumentException("the " + node + " cannot be removed");
        nodes.remove(node);
        connections.removeIf(connection -> connection.from() == node || connection.to() == node);
    }

    /** Lets audio flow at unity gain. */
    public void connect(Node from, Node to) {
        connect(new Connection(from, to, 1, false));
    }

    /**
     * Lets audio flow.
     *
     * @throws IllegalArgumentException if a node is not of this graph, the connection exists, or it would close a loop
     */
    public void connect(Connection connection) {
        Node from = connection.from();
        Node to = connection.to();
        if (!nodes.contains(from) || !nodes.contains(to))
            throw new IllegalArgumentException(from + " -> " + to + ": both ends must be nodes of this graph");
        if (to == input || to == sidechain || from == output)
            throw new IllegalArgumentException(
                from + " -> " + to + ": audio enters at input and side-chain and leaves at the output");
        if (connection.sidechain() && to.plugin().isEmpty())
            throw new IllegalArgumentException(from + " -> " + to + ": only a plug-in has a side-chain");
        if (into(to, connection.sidechain()).stream().anyMatch(other -> other.from() == from))
            throw new IllegalArgumentException(from + " -> " + to + ": already connected");
        if (from == to || reaches(to, from, new HashSet<>()))
            throw new IllegalArgumentException(from + " -> " + to + ": would close a loop");
        connections.add(connection);
    }

    /** Ends a flow; says whether there was one. */
    public boolean disconnect(Node from, Node to) {
        return connections.removeIf(connection -> connection.from() == from && connection.to() == to);
    }

    /** All nodes, input and output included. */
    public Set<Node> nodes() {
        return Collections.unmodifiableSet(nodes);
    }

    /** All connections. */
    public List<Connection> connections() {
        return Collections.unmodifiableList(connections);
    }

    /** Connections that arrive at a node, main bus or side-chain. */
    List<Connection> into(Node node, boolean sidechain) {
        return connections.stream().filter(c -> c.to() == node && c.sidechain() == sidechain).toList();
    }

    private boolean reaches(Node from, Node target, Set<Node> seen) {
        if (!seen.add(from)) return false;
        for (Connection connection : connections)
            if (connection.from() == from && (connection.to() == target || reaches(connection.to(), target, seen)))
                return true;
        return false;
    }

    /** Nodes in an order in which each comes after all that it hears; those that nobody hears included. */
    List<Node> inOrder() {
        List<Node> order = new ArrayList<>();
        Set<Node> placed = new HashSet<>();
        for (Node node : nodes) place(node, order, placed);
        return order;
    }

    private void place(Node node, List<Node> order, Set<Node> placed) {
        if (!placed.add(node)) return;
        for (Connection connection : connections) if (connection.to() == node) place(connection.from(), order, placed);
        order.add(node);
    }
}
