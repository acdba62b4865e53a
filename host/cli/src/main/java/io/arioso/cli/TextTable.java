package io.arioso.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of words whose columns stand under each other. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** The lines; the last cell of a row is as long as it is. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows)
            for (int column = 0; column < row.length; column++)
                widths[column] = Math.max(widths[column], row[column].length());
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.length; column++) {
                line.append(row[column]);
                if (column < row.length - 1) line.append(" ".repeat(widths[column] - row[column].length())).append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
