package io.arioso.host.plugin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the plug-in that a typed name means, or the words for why there is none. */
final class PluginSearch {
    private static final int MAX_SHOWN = 100;
    private static final int MAX_SUGGESTIONS = 3;

    private final List<PluginDescriptor> plugins;
    private final String asked;
    private final String name;
    private final String version;

    /**
     * Splits a name.
     *
     * @param plugins in the order of preference
     * @param asked id or short name, optionally followed by {@code @} and a version
     */
    PluginSearch(List<PluginDescriptor> plugins, String asked) {
        this.plugins = plugins;
        this.asked = asked;
        int at = asked.lastIndexOf('@');
        name = at < 0 ? asked : asked.substring(0, at);
        version = at < 0 ? null : asked.substring(at + 1);
    }

    PluginDescriptor result() throws PluginException {
        List<PluginDescriptor> named = named();
        if (named.isEmpty()) throw failure("there is no plug-in \"" + shown(name) + "\"" + suggestions());
        List<String> ids = named.stream().map(PluginDescriptor::id).distinct().toList();
        if (ids.size() > 1)
            throw failure("\"" + shown(name) + "\" is ambiguous; say which: " + String.join(", ", ids));
        return named.stream().filter(plugin -> version == null || plugin.version().equals(version)).findFirst()
            .orElseThrow(() -> failure("there is no version \"" + shown(version) + "\" of " + ids.get(0) + "; there is "
                + named.stream().map(PluginDescriptor::version).distinct().collect(Collectors.joining(", "))));
    }

    // The exact spelling wins over another case, and a whole id over a last segment.
    private List<PluginDescriptor> named() {
        List<Predicate<PluginDescriptor>> ways = List.of(
            plugin -> plugin.id().equals(name),
            plugin -> plugin.id().equalsIgnoreCase(name),
            plugin -> plugin.shortName().equalsIgnoreCase(name));
        return ways.stream().map(way -> plugins.stream().filter(way).toList())
            .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private String suggestions() {
        if (plugins.isEmpty()) return "; no plug-ins were found at all";
        String wanted = name.toLowerCase(Locale.ROOT);
        boolean wholeId = wanted.indexOf('.') >= 0;
        return plugins.stream().map(PluginDescriptor::id).distinct()
            .sorted(Comparator.comparingInt((String id) -> distance(wanted, wholeId ? id : lastSegment(id)))
                .thenComparing(Comparator.naturalOrder()))
            .limit(MAX_SUGGESTIONS)
            .collect(Collectors.joining(", ", "; the closest: ", ""));
    }

    private static String lastSegment(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    // The typed name is cut, for nobody means an id by a kilobyte.
    private static int distance(String typed, String id) {
        String left = typed.substring(0, Math.min(typed.length(), MAX_SHOWN));
        return EditDistance.between(left, id.toLowerCase(Locale.ROOT));
    }

    private PluginException failure(String message) {
        return new PluginException(message, shown(asked));
    }

    private static String shown(String text) {
        return DisplayText.escape(text, MAX_SHOWN);
    }
}
