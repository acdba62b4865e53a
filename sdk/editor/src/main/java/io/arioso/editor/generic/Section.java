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
 * @param toggle the switch of the whole group, shown beside the title
 * @param cells  all other parameters in display order
 * @param meters what the group measures
 */
public record Section(String title, Optional<EditorParameter> toggle, List<Cell> cells, List<EditorMeter> meters) {

    /** A section of parameters whose names may begin with what the title says. */
    static Section of(String title, String prefix, List<EditorParameter> parameters, List<EditorMeter> meters) {
        Optional<EditorParameter> toggle = parameters.size() < 2 ? Optional.empty()
            : parameters.stream().filter(parameter -> isToggle(parameter, title, prefix)).findFirst();
        List<Cell> cells = new ArrayList<>();
        for (EditorParameter parameter : parameters) {
            if (toggle.isPresent() && toggle.get() == parameter) continue;
            cells.add(Cell.of(parameter, label(parameter.name(), prefix)));
        }
        return new Section(title, toggle, List.copyOf(cells), List.copyOf(meters));
    }

    private static boolean isToggle(EditorParameter parameter, String title, String prefix) {
        return parameter.id().endsWith("_on") && ControlKind.of(parameter.description()) == ControlKind.SWITCH
            && (isSame(parameter.name(), title) || isSame(parameter.name(), prefix)
                || isSame(parameter.name(), prefix + " on")
                || isSame(label(parameter.name(), prefix), lastWord(title)));
    }

    /** A name without the words that it shares with its prefix, beginning with a capital. */
    static String label(String name, String prefix) {
        if (prefix.isEmpty() || name.length() <= prefix.length() + 1
            || !name.regionMatches(true, 0, prefix + " ", 0, prefix.length() + 1)) return name;
        String rest = name.substring(prefix.length() + 1);
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    private static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
