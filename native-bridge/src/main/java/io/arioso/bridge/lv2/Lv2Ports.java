package io.arioso.bridge.lv2;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.document.ShortestDecimal;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.Skew;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ports of one plug-in, in the order on which {@code lv2.c} relies: audio in, audio out, side-chain,
 * {@code control}, {@code latency}, {@code freewheel}, {@code enabled}, parameters without bypass, meters.
 */
final class Lv2Ports {
    private final BridgedPlugin plugin;
    private final Lv2Groups groups;
    private final int channels;
    private final boolean sidechain;
    private final Set<String> taken = new HashSet<>();
    private final List<String> ports = new ArrayList<>();

    Lv2Ports(BridgedPlugin plugin, Lv2Groups groups, int channels, boolean sidechain) {
        this.plugin = plugin;
        this.groups = groups;
        this.channels = channels;
        this.sidechain = sidechain;
        controls(plugin).forEach(control -> taken.add(control.id()));
        audio("in", "Input", "lv2:InputPort", List.of());
        audio("out", "Output", "lv2:OutputPort", List.of());
        if (sidechain)
            audio("sidechain", "Side-chain", "lv2:InputPort",
                List.of("lv2:portProperty lv2:isSideChain, lv2:connectionOptional"));
        fixed();
        controls(plugin).forEach(this::control);
        meters(plugin).forEach(this::meter);
    }

    /** Parameters that are control ports, in their order. */
    static List<BridgedParameter> controls(BridgedPlugin plugin) {
        return plugin.parameters().stream()
            .filter(each -> !each.isMeter() && !each.id().equals(ParameterIds.BYPASS)).toList();
    }

    static List<BridgedParameter> meters(BridgedPlugin plugin) {
        return plugin.parameters().stream().filter(BridgedParameter::isMeter).toList();
    }

    /** The ports' nodes in order. */
    List<String> nodes() {
        return ports;
    }

    private void audio(String symbol, String name, String direction, List<String> more) {
        for (int channel = 0; channel < channels; channel++) {
            boolean left = channel == 0;
            String side = channels == 1 ? "" : left ? " left" : " right";
            List<String> said = new ArrayList<>(List.of("a " + direction + ", lv2:AudioPort",
                "pg:group " + groups.audio(symbol),
                "lv2:designation " + (channels == 1 ? "pg:center" : left ? "pg:left" : "pg:right")));
            said.addAll(more);
            port(symbol + "_" + (channel + 1), name + side, said);
        }
    }

    private void fixed() {
        port("control", "Control", List.of("a lv2:InputPort, atom:AtomPort", "atom:bufferType atom:Sequence",
            "atom:supports time:Position", "lv2:designation lv2:control", "lv2:portProperty lv2:connectionOptional"));
        port("latency", "Latency", List.of("a lv2:OutputPort, lv2:ControlPort", "lv2:designation lv2:latency",
            "lv2:minimum 0", "lv2:maximum 1048576", "lv2:default 0", "units:unit units:frame",
            "lv2:portProperty lv2:reportsLatency, lv2:integer, lv2:connectionOptional, pprops:notOnGUI"));
        port("freewheel", "Freewheel", List.of("a lv2:InputPort, lv2:ControlPort", "lv2:designation lv2:freeWheeling",
            "lv2:minimum 0", "lv2:maximum 1", "lv2:default 0",
            "lv2:portProperty lv2:toggled, lv2:connectionOptional, pprops:notOnGUI"));
        port("enabled", "Enabled", List.of("a lv2:InputPort, lv2:ControlPort", "lv2:designation lv2:enabled",
            "lv2:minimum 0", "lv2:maximum 1", "lv2:default 1",
            "lv2:portProperty lv2:toggled, lv2:connectionOptional"));
    }

    private void control(BridgedParameter control) {
        Parameter parameter = control.parameter();
        taken.remove(control.id());
        List<String> said = new ArrayList<>(List.of("a lv2:InputPort, lv2:ControlPort"));
        range(said, parameter.minimum(), parameter.maximum(), parameter.defaultPlain());
        List<String> properties = properties(parameter);
        if (!properties.isEmpty()) said.add("lv2:portProperty " + String.join(", ", properties));
        if (parameter instanceof ChoiceParameter<?>) said.add("lv2:scalePoint " + scalePoints(parameter));
        said.addAll(Lv2Words.unit(parameter.unit()));
        if (!parameter.group().isBlank()) said.add("pg:group " + groups.named(parameter.group()));
        port(control.id(), control.name(), said);
    }

    private void meter(BridgedParameter meter) {
        List<String> said = new ArrayList<>(List.of("a lv2:OutputPort, lv2:ControlPort"));
        range(said, plugin.minimum(meter), plugin.maximum(meter), plugin.minimum(meter));
        said.add("lv2:portProperty lv2:connectionOptional");
        said.addAll(Lv2Words.unit(meter.meter().unit()));
        port(meter.id(), meter.name(), said);
    }

    private static void range(List<String> said, double minimum, double maximum, double initial) {
        said.add("lv2:minimum " + ShortestDecimal.text(minimum));
        said.add("lv2:maximum " + ShortestDecimal.text(maximum));
        said.add("lv2:default " + ShortestDecimal.text(initial));
    }

    private static List<String> properties(Parameter parameter) {
        List<String> properties = new ArrayList<>();
        if (parameter instanceof BoolParameter) properties.add("lv2:toggled");
        else if (!(parameter instanceof FloatParameter)) properties.add("lv2:integer");
        if (parameter instanceof ChoiceParameter<?>) properties.add("lv2:enumeration");
        if (parameter.skew() == Skew.LOGARITHMIC) properties.add("pprops:logarithmic");
        // It may rebuild the processor, which a host should not do for each step of a curve.
        if (!parameter.automatable()) properties.addAll(List.of("pprops:notAutomatic", "pprops:expensive"));
        return properties;
    }

    private static String scalePoints(Parameter parameter) {
        List<String> points = new ArrayList<>();
        for (int choice = 0; choice < parameter.stepCount(); choice++)
            points.add(Turtle.node(List.of("rdfs:label " + Turtle.text(parameter.format(choice)),
                "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> " + choice)));
        return String.join(", ", points);
    }

    /** A parameter's symbol is its id; what else would have the same symbol gives way. */
    private void port(String wantedSymbol, String name, List<String> said) {
        String symbol = wantedSymbol;
        while (!taken.add(symbol)) symbol += "_";
        List<String> all = new ArrayList<>(said);
        all.add(1, "lv2:index " + ports.size());
        all.add(2, "lv2:symbol " + Turtle.text(symbol));
        all.add(3, "lv2:name " + Turtle.text(name));
        ports.add(Turtle.node(all));
    }
}
