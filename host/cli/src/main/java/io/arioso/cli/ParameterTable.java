package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a plug-in with ranges and units, for people and for programs. */
final class ParameterTable {
    private final AudioPlugin plugin;

    ParameterTable(AudioPlugin plugin) {
        this.plugin = plugin;
    }

    List<String> lines() {
        TextTable table = new TextTable();
        for (Parameter parameter : plugin.parameters())
            table.row("  " + parameter.id(), range(parameter), parameter.format(parameter.defaultPlain()),
                parameter.name());
        for (Shorthand shorthand : plugin.shorthands()) table.row("  " + shorthand.usage());
        return table.lines();
    }

    void write(JsonWriter out) {
        out.name("parameters").array();
        for (Parameter parameter : plugin.parameters()) {
            out.object().field("id", parameter.id()).field("name", parameter.name()).field("group", parameter.group())
                .field("unit", parameter.unit().symbol()).field("minimum", parameter.minimum())
                .field("maximum", parameter.maximum()).field("default", parameter.defaultPlain())
                .field("value", parameter.plain()).field("text", parameter.text())
                .field("automatable", parameter.automatable());
            if (!choices(parameter).isEmpty()) out.name("choices").texts(choices(parameter));
            out.end();
        }
        out.end().name("shorthands").array();
        for (Shorthand shorthand : plugin.shorthands())
            out.object().field("name", shorthand.name()).field("usage", shorthand.usage()).end();
        out.end();
    }

    private static String range(Parameter parameter) {
        List<String> choices = choices(parameter);
        if (!choices.isEmpty()) return String.join(" | ", choices);
        return parameter.format(parameter.minimum()) + " .. " + parameter.format(parameter.maximum());
    }

    private static List<String> choices(Parameter parameter) {
        return parameter instanceof ChoiceParameter<?> choice ? savedNames(choice) : List.of();
    }

    private static <E extends Enum<E>> List<String> savedNames(ChoiceParameter<E> parameter) {
        List<String> names = new ArrayList<>();
        for (E choice : parameter.choices()) names.add(parameter.savedName(choice));
        return names;
    }
}
