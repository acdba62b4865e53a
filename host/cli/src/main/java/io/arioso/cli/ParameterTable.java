package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a plug-in with ranges and units, for people and for programs. */
final class ParameterTable {
    private static final Pattern NUMBERED = Pattern.compile("([a-z_]*[a-z])(\\d+)_(\\w+)");
    private static final int WIDEST_RANGE = 44;
    private static final int WIDEST_LINE = 110;
    private static final String INDENT = "      ";

    private final AudioPlugin plugin;

    ParameterTable(AudioPlugin plugin) {
        this.plugin = plugin;
    }

    /**
     * One line a parameter. Of bands, taps and the like, which are numbered and have the same ranges, the first stands for
     * all; many choices stand below their parameter.
     */
    List<String> lines() {
        TextTable table = new TextTable();
        Map<Integer, List<String>> below = new TreeMap<>();
        int rows = 0;
        for (Parameter parameter : plugin.parameters()) {
            if (isLikeTheFirst(parameter)) continue;
            boolean longList = range(parameter).length() > WIDEST_RANGE;
            table.row("  " + parameter.id(), longList ? "one of" : range(parameter),
                parameter.format(parameter.defaultPlain()), parameter.name() + others(parameter));
            rows++;
            if (longList) below.put(rows, wrapped(choices(parameter)));
        }
        List<String> lines = new ArrayList<>(table.lines());
        below.forEach((row, list) -> lines.set(row - 1, lines.get(row - 1) + "\n" + String.join("\n", list)));
        for (Shorthand shorthand : plugin.shorthands()) lines.add("  " + shorthand.usage());
        return lines;
    }

    /** Whether a parameter such as {@code band7_freq} has the range of {@code band1_freq}. */
    private boolean isLikeTheFirst(Parameter parameter) {
        Matcher number = NUMBERED.matcher(parameter.id());
        if (!number.matches() || number.group(2).equals("1")) return false;
        Optional<Parameter> first = plugin.parameters().find(number.group(1) + "1_" + number.group(3));
        return first.isPresent() && range(first.get()).equals(range(parameter));
    }

    /** Which others the first stands for. */
    private String others(Parameter parameter) {
        Matcher number = NUMBERED.matcher(parameter.id());
        if (!number.matches() || !number.group(2).equals("1")) return "";
        int last = 1;
        while (plugin.parameters().find(number.group(1) + (last + 1) + "_" + number.group(3)).isPresent()) last++;
        return last == 1 ? "" : " (and " + number.group(1) + (last == 2 ? "2" : "2 to " + last) + ")";
    }

    private static List<String> wrapped(List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : words) {
            if (line.length() + word.length() > WIDEST_LINE) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append("  ");
        }
        lines.add(line.toString().stripTrailing());
        return lines;
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
