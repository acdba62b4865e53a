package io.arioso.editor.generic;

import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorMeter;
import io.arioso.editor.EditorParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the groups that exist in numbers by their ids: {@code band1_freq}, {@code band1_gain}, {@code band2_freq} and
 * so on are a series if there are three numbers or more, each with the same two parameters or more.
 */
final class SeriesFinder {
    private static final Pattern NUMBERED = Pattern.compile("([a-z][a-z0-9_]*?[a-z])([1-9]\\d{0,2})_(.+)");
    private static final int LEAST_NUMBERS = 3;
    private static final int LEAST_PARAMETERS = 2;

    private final Map<EditorParameter, Series> homes = new HashMap<>();
    private final Map<EditorMeter, String> owners = new HashMap<>();

    SeriesFinder(EditorContext context) {
        Map<String, SortedMap<Integer, List<EditorParameter>>> found = new LinkedHashMap<>();
        for (EditorParameter parameter : context.parameters()) {
            Matcher id = NUMBERED.matcher(parameter.id());
            if (id.matches()) found.computeIfAbsent(id.group(1), none -> new TreeMap<>())
                .computeIfAbsent(Integer.parseInt(id.group(2)), none -> new ArrayList<>()).add(parameter);
        }
        found.values().removeIf(numbers -> !isSeries(numbers));
        found.forEach((prefix, numbers) -> {
            Series series = series(prefix, numbers, context.meters());
            numbers.values().forEach(members -> members.forEach(parameter -> homes.put(parameter, series)));
        });
    }

    /** The series that a parameter belongs to. */
    Optional<Series> of(EditorParameter parameter) {
        return Optional.ofNullable(homes.get(parameter));
    }

    /** Whether a meter is shown in a series. */
    boolean owns(EditorMeter meter) {
        return owners.containsKey(meter);
    }

    private static boolean isSeries(SortedMap<Integer, List<EditorParameter>> numbers) {
        List<String> first = suffixes(numbers.get(numbers.firstKey()));
        return numbers.size() >= LEAST_NUMBERS && first.size() >= LEAST_PARAMETERS
            && numbers.values().stream().allMatch(members -> suffixes(members).equals(first));
    }

    private static List<String> suffixes(List<EditorParameter> members) {
        return members.stream().map(parameter -> {
            Matcher id = NUMBERED.matcher(parameter.id());
            return id.matches() ? id.group(3) : "";
        }).toList();
    }

    private Series series(String prefix, SortedMap<Integer, List<EditorParameter>> numbers, List<EditorMeter> all) {
        List<Series.Item> items = new ArrayList<>();
        String title = "";
        for (Map.Entry<Integer, List<EditorParameter>> each : numbers.entrySet()) {
            int number = each.getKey();
            List<EditorMeter> meters = new ArrayList<>();
            for (EditorMeter meter : all) {
                if (meter.id().startsWith(prefix + number + "_")) meters.add(meter);
            }
            meters.forEach(meter -> owners.put(meter, prefix));
            String name = itemName(each.getValue(), number, prefix);
            if (title.isEmpty()) title = name.substring(0, name.length() - String.valueOf(number).length()).strip();
            items.add(item(number, name, each.getValue(), meters));
        }
        return new Series(title, List.copyOf(items));
    }

    private static Series.Item item(int number, String name, List<EditorParameter> members, List<EditorMeter> meters) {
        Map<String, List<EditorParameter>> groups = new LinkedHashMap<>();
        for (EditorParameter parameter : members) {
            String group = parameter.description().group();
            boolean isOwn = group.matches(".*\\b" + number + "\\b.*");
            groups.computeIfAbsent(isOwn ? group : name, none -> new ArrayList<>()).add(parameter);
        }
        List<Section> sections = new ArrayList<>();
        groups.forEach((group, parameters) -> sections.add(
            Section.of(group, name, parameters, sections.size() == groups.size() - 1 ? meters : List.of())));
        return new Series.Item(number, sections.get(0).toggle(), List.copyOf(sections));
    }

    /** What a number is called: the words that its parameters' names begin with, up to the number. */
    private static String itemName(List<EditorParameter> members, int number, String prefix) {
        Pattern upToNumber = Pattern.compile("(.*?\\b" + number + ")\\b.*");
        for (EditorParameter parameter : members) {
            Matcher name = upToNumber.matcher(parameter.name());
            if (name.matches()) return name.group(1);
        }
        return prefix.substring(0, 1).toUpperCase(Locale.ROOT) + prefix.substring(1).replace('_', ' ')
            + " " + number;
    }
}
