package io.arioso.bridge.lv2;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turtle text: statements of a subject, and texts and names written so that they cannot break out of their place. */
final class Turtle {
    private static final String PREFIXES = """
        @prefix atom: <http://lv2plug.in/ns/ext/atom#> .
        @prefix bufsz: <http://lv2plug.in/ns/ext/buf-size#> .
        @prefix doap: <http://usefulinc.com/ns/doap#> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix log: <http://lv2plug.in/ns/ext/log#> .
        @prefix lv2: <http://lv2plug.in/ns/lv2core#> .
        @prefix opts: <http://lv2plug.in/ns/ext/options#> .
        @prefix pg: <http://lv2plug.in/ns/ext/port-groups#> .
        @prefix pprops: <http://lv2plug.in/ns/ext/port-props#> .
        @prefix pset: <http://lv2plug.in/ns/ext/presets#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix state: <http://lv2plug.in/ns/ext/state#> .
        @prefix time: <http://lv2plug.in/ns/ext/time#> .
        @prefix ui: <http://lv2plug.in/ns/extensions/ui#> .
        @prefix units: <http://lv2plug.in/ns/extensions/units#> .
        @prefix urid: <http://lv2plug.in/ns/ext/urid#> .
        """;

    private final StringBuilder out = new StringBuilder(PREFIXES);

    /** Adds all that is said of a subject: predicates with their objects. */
    void add(String subject, List<String> said) {
        out.append('\n').append(subject).append("\n\t").append(String.join(" ;\n\t", said)).append(" .\n");
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A node without a name, on one line. */
    static String node(List<String> said) {
        return "[ " + String.join(" ; ", said) + " ]";
    }

    /** A text in quotes. */
    static String text(String raw) {
        StringBuilder quoted = new StringBuilder("\"");
        raw.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (codePoint < ' ') quoted.append("\\u%04X".formatted(codePoint));
                    else quoted.appendCodePoint(codePoint);
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** An absolute name in angle brackets. */
    static String uri(String absolute) {
        return "<" + escaped(absolute, "-._~:/?#[]@!$&'()*+,;=%") + ">";
    }

    /** A file beside this one, in angle brackets. */
    static String file(String name) {
        return "<" + escaped(name, "-._~") + ">";
    }

    private static String escaped(String raw, String allowed) {
        StringBuilder safe = new StringBuilder();
        for (byte unit : raw.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9';
            if (letter || unit > 0 && allowed.indexOf(unit) >= 0) safe.append((char) unit);
            else safe.append("%%%02X".formatted(unit & 0xFF));
        }
        return safe.toString();
    }
}
