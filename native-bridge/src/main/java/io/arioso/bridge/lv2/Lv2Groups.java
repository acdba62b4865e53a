package io.arioso.bridge.lv2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The port groups of one plug-in: its busses, and the groups of its parameters. */
final class Lv2Groups {
    private final String plugin;
    private final int channels;
    private final Map<String, String> named = new LinkedHashMap<>();

    /** Groups for the plug-in of a URI. */
    Lv2Groups(String plugin, int channels) {
        this.plugin = plugin;
        this.channels = channels;
    }

    /** The group of a bus: {@code in}, {@code out} or {@code sidechain}. */
    String audio(String symbol) {
        return Turtle.uri(plugin + "#" + symbol);
    }

    /** The group of parameters of that name. */
    String named(String name) {
        return named.computeIfAbsent(name, ignored -> Turtle.uri(plugin + "#group_" + (named.size() + 1)));
    }

    /** Says what the groups are. */
    void writeTo(Turtle out, boolean sidechain) {
        String width = channels == 1 ? "pg:MonoGroup" : "pg:StereoGroup";
        out.add(audio("in"), bus("pg:InputGroup, " + width, "in", "Input"));
        List<String> output = bus("pg:OutputGroup, " + width, "out", "Output");
        output.add("pg:source " + audio("in"));
        out.add(audio("out"), output);
        if (sidechain) {
            List<String> key = bus("pg:InputGroup, " + width, "sidechain", "Side-chain");
            key.add("pg:sideChainOf " + audio("in"));
            out.add(audio("sidechain"), key);
        }
        named.forEach((name, uri) -> out.add(uri, bus("pg:Group",
            uri.substring(uri.lastIndexOf('#') + 1, uri.length() - 1), name)));
    }

    private static List<String> bus(String type, String symbol, String name) {
        return new ArrayList<>(List.of("a " + type, "lv2:symbol " + Turtle.text(symbol),
            "lv2:name " + Turtle.text(name)));
    }
}
