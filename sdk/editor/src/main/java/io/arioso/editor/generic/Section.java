package io.arioso.editor.generic;

import io.arioso.editor.EditorMeter;
import io.arioso.editor.EditorParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The controls of one group under one title.
 *
 * @param title  the group's name
 * @param prefix words that the names of its parameters and meters begin with
 * @param toggle the switch of the whole group, shown beside the title
 * @param cells  all other parameters in display order
 * @param meters what the group measures
 */
public record Section(String title, String prefix, Optional<EditorParameter> toggle, List<Cell> cells,
    List<EditorMeter> meters) {

    /** A section of parameters whose names may begin with what the title says. */
    static Section of(String title, String prefix, List<EditorParameter> parameters, List<EditorMeter> meters) {
        Optional<EditorParameter> toggle = parameters.size() < 2 ? Optional.empty()
            : parameters.stream().filter(parameter -> isToggle(parameter, title, prefix)).findFirst();
        List<EditorParameter> others = parameters.stream()
            .filter(parameter -> toggle.isEmpty() || toggle.get() != parameter).toList();
        List<String> labels = withoutSharedWords(others.stream()
            .map(parameter -> label(parameter.name(), prefix)).toList());
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < others.size(); at++) cells.add(Cell.of(others.get(at), labels.get(at)));
        return new Section(title, prefix, toggle, List.copyOf(cells), List.copyOf(meters));
    }

    /** The name of a meter without what the title says. */
    public String meterLabel(EditorMeter meter) {
        return label(meter.name(), prefix);
    }

    private static boolean isToggle(EditorParameter parameter, String title, String prefix) {
        return parameter.id().endsWith("_on") && ControlKind.of(parameter.description()) == ControlKind.SWITCH
            && (isSame(parameter.name(), title) || isSame(parameter.name(), prefix)
                || isSame(parameter.name(), prefix + " on")
                || isSame(label(parameter.name(), prefix), lastWord(title))
                || isSame(lastWord(parameter.name()), title));
    }

    /** A name without the words that it shares with its prefix, beginning with a capital. */
    static String label(String name, String prefix) {
        if (prefix.isEmpty() || name.length() <= prefix.length() + 1
            || !name.regionMatches(true, 0, prefix + " ", 0, prefix.length() + 1)) return name;
        String rest = name.substring(prefix.length() + 1);
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    /** Labels without the words that all of them begin with: the section's title says them already. */
    private static List<String> withoutSharedWords(List<String> labels) {
        List<String> shorter = labels;
        while (shorter.size() > 1) {
            String word = shorter.get(0).split(" ", 2)[0];
            if (!shorter.stream().allMatch(label -> label.startsWith(word + " "))) break;
            shorter = shorter.stream().map(label -> label(label, word)).toList();
        }
        return shorter;
    }

    private static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
