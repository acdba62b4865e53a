package io.arioso.host.plugin;

/** One line of texts with tabs between them; a tab, line end or backslash inside a text is escaped. [any-thread] */
public final class TabbedLine {
    private TabbedLine() {
    }

    /** The line of some texts, with its end. */
    public static String of(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            if (!line.isEmpty()) line.append('\t');
            for (char c : field.toCharArray()) {
                switch (c) {
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\r' -> line.append("\\r");
                    case '\\' -> line.append("\\\\");
                    default -> line.append(c);
                }
            }
        }
        return line.append('\n').toString();
    }

    /**
     * The texts of a line without its end.
     *
     * @throws IllegalArgumentException if a text ends inside an escape
     */
    public static String[] fields(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) fields[i] = unescape(fields[i]);
        return fields;
    }

    private static String unescape(String field) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (++i == field.length())
                throw new IllegalArgumentException("\"" + field + "\" ends with a lone backslash");
            char escaped = field.charAt(i);
            text.append(switch (escaped) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> escaped;
            });
        }
        return text.toString();
    }
}
