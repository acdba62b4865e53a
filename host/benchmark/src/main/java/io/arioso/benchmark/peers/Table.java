package io.arioso.benchmark.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One effect's table: a row for each thing that is measured, a column for each contender. */
final class Table {
    private final String title;
    private final List<String> columns;
    private final List<String> rows = new ArrayList<>();

    /** Measures one contender. */
    @FunctionalInterface
    interface Ruler {
        double measure(Contender contender) throws IOException;
    }

    /** An empty table whose columns are headed by the contenders' names, ours first. */
    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /**
     * Adds a row; the lowest figure is the best.
     *
     * @param contenders one a column, in order; null leaves a cell empty
     */
    Table row(String what, String unit, Ruler ruler, Contender... contenders) {
        double[] figures = new double[columns.size()];
        StringBuilder cells = new StringBuilder("| " + what + ", " + unit + " |");
        for (int i = 0; i < figures.length; i++) {
            figures[i] = measure(what, columns.get(i), ruler, contenders[i]);
            cells.append(' ').append(text(figures[i])).append(" |");
        }
        rows.add(cells + " " + best(figures) + " |");
        return this;
    }

    /** Who has the lowest figure; all of them if they are printed alike. */
    private String best(double[] figures) {
        double lowest = Arrays.stream(figures).filter(figure -> !Double.isNaN(figure)).min().orElse(Double.NaN);
        List<String> first = new ArrayList<>();
        for (int i = 0; i < figures.length; i++)
            if (!Double.isNaN(lowest) && text(figures[i]).equals(text(lowest)))
                first.add(i == 0 ? columns.get(i) : "**" + columns.get(i) + "**");
        return String.join(", ", first);
    }

    private double measure(String what, String name, Ruler ruler, Contender contender) {
        if (contender == null) return Double.NaN;
        System.err.println("measuring: " + title + ", " + what + ", " + name);
        try {
            return ruler.measure(contender);
        } catch (IOException absent) {
            System.err.println("skipped: " + name + ": " + absent.getMessage());
            return Double.NaN;
        }
    }

    private static String text(double figure) {
        if (Double.isNaN(figure)) return "-";
        double size = Math.abs(figure);
        if (figure == Double.NEGATIVE_INFINITY) return "none";
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f", figure);
    }

    /** The table in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder("### " + title + "\n\n| lower is better |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append(" best |\n|---|").append("---|".repeat(columns.size() + 1)).append('\n');
        rows.forEach(row -> text.append(row).append('\n'));
        return text.append('\n').toString();
    }
}
