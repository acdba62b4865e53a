package io.arioso.host.session;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a user means by the name of a setting: the id of a parameter, a shorthand, a displayed name without regard
 * to case, spaces, dashes and underscores, or the end of an id behind an underscore where only one id ends so.
 */
final class ParameterLookup {
    private final AudioPlugin plugin;

    ParameterLookup(AudioPlugin plugin) {
        this.plugin = plugin;
    }

    /** The shorthand of that name, unless a parameter has it as its id. */
    Optional<Shorthand> shorthand(String typed) {
        if (plugin.parameters().find(typed).isPresent()) return Optional.empty();
        return plugin.shorthands().stream().filter(shorthand -> shorthand.name().equalsIgnoreCase(typed)).findFirst();
    }

    /**
     * The parameter of that name.
     *
     * @throws IllegalArgumentException naming what there is, or what the name could mean
     */
    Parameter parameter(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        Optional<Parameter> byId = plugin.parameters().find(lower);
        if (byId.isPresent()) return byId.get();
        List<Parameter> matches = named(folded(typed));
        if (matches.isEmpty()) matches = endingIn("_" + lower.replaceAll("[\\s-]+", "_"));
        if (matches.isEmpty()) throw new IllegalArgumentException(unknown(typed));
        if (matches.size() > 1)
            throw new IllegalArgumentException("\"" + typed + "\" could be " + String.join(" or ", ids(matches)));
        return matches.get(0);
    }

    private List<Parameter> named(String folded) {
        List<Parameter> matches = new ArrayList<>();
        for (Parameter parameter : plugin.parameters()) {
            boolean same = folded(parameter.name()).equals(folded) || folded(parameter.id()).equals(folded);
            if (same) matches.add(parameter);
        }
        return matches;
    }

    private List<Parameter> endingIn(String suffix) {
        List<Parameter> matches = new ArrayList<>();
        for (Parameter parameter : plugin.parameters()) if (parameter.id().endsWith(suffix)) matches.add(parameter);
        return matches;
    }

    private String unknown(String typed) {
        List<String> known = new ArrayList<>(ids(plugin.parameters().list()));
        plugin.shorthands().forEach(shorthand -> known.add(shorthand.name()));
        String suggestion = Suggestion.forTypo(typed, known);
        return "there is no parameter \"" + typed + "\""
            + (suggestion.isEmpty() ? "; there are " + String.join(", ", known) : suggestion);
    }

    private static List<String> ids(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::id).toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
