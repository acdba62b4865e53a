package io.arioso.editor.generic;

import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorMeter;
import io.arioso.editor.EditorParameter;
import io.arioso.sdk.parameter.ParameterIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the generic view shows of an effect, in order: which controls, under which titles. Knows no JavaFX controls.
 *
 * @param bypass the switch in the header
 * @param parts  sections and series in the order of their first parameters
 * @param meters what the whole effect measures
 */
public record EditorModel(Optional<EditorParameter> bypass, List<Part> parts, List<EditorMeter> meters) {
    /** The title of parameters without a group. */
    private static final String UNGROUPED = "Main";

    /**
     * One part of the view: exactly one of both is there.
     *
     * @param section an ordinary group
     * @param series  a group that exists in numbers
     */
    public record Part(Optional<Section> section, Optional<Series> series) {
    }

    /** The model of an effect. */
    public static EditorModel of(EditorContext context) {
        Optional<EditorParameter> bypass = context.findParameter(ParameterIds.BYPASS);
        SeriesFinder series = new SeriesFinder(context);
        Map<Object, Part> parts = new LinkedHashMap<>();
        Map<String, List<EditorParameter>> groups = new LinkedHashMap<>();
        for (EditorParameter parameter : context.parameters()) {
            if (bypass.isPresent() && bypass.get() == parameter) continue;
            Optional<Series> home = series.of(parameter);
            if (home.isPresent()) {
                parts.putIfAbsent(home.get().items(), new Part(Optional.empty(), home));
                continue;
            }
            String group = group(parameter);
            parts.putIfAbsent(group, new Part(Optional.empty(), Optional.empty()));
            groups.computeIfAbsent(group, none -> new ArrayList<>()).add(parameter);
        }
        groups.forEach((group, members) ->
            parts.put(group, new Part(Optional.of(Section.of(group, group, members, List.of())), Optional.empty())));
        return new EditorModel(bypass, List.copyOf(parts.values()),
            context.meters().stream().filter(meter -> !series.owns(meter)).toList());
    }

    private static String group(EditorParameter parameter) {
        String group = parameter.description().group();
        return group.isEmpty() ? UNGROUPED : group;
    }
}
