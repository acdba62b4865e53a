package io.arioso.host.graph;

import io.arioso.sdk.AudioPlugin;
import java.util.Optional;

/** A place in a graph: its input, its output, a sum, or a plug-in. Compared by identity. */
public final class Node {
    private final String name;
    private final AudioPlugin plugin;

    Node(String name, AudioPlugin plugin) {
        this.name = name;
        this.plugin = plugin;
    }

    /** Name shown in messages. */
    public String name() {
        return name;
    }

    /** The plug-in, unless this is the input, the output or a sum. */
    public Optional<AudioPlugin> plugin() {
        return Optional.ofNullable(plugin);
    }

    @Override
    public String toString() {
        return name;
    }
}
