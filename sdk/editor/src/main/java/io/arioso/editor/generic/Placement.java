package io.arioso.editor.generic;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of a section stand in a grid: line after line in order, a wide cell never broken.
 *
 * @param columns columns of the grid
 * @param spots   the place of each cell
 */
record Placement(int columns, List<Spot> spots) {

    /** A cell's place: line and first column from 0, and columns. */
    record Spot(int line, int column, int span) {
    }

    /** Places cells of the given widths in columns; what is wider than the grid is cut to it. */
    static Placement of(List<Integer> spans, int columns) {
        List<Spot> spots = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int wanted : spans) {
            int span = Math.min(columns, wanted);
            if (column + span > columns) {
                line++;
                column = 0;
            }
            spots.add(new Spot(line, column, span));
            column += span;
        }
        return new Placement(columns, List.copyOf(spots));
    }

    /** The least columns, at least a given number, in which the cells take no more than so many lines. */
    static int columnsFor(List<Integer> spans, int lines, int leastColumns) {
        int columns = Math.max(leastColumns, spans.stream().mapToInt(Integer::intValue).max().orElse(1));
        while (of(spans, columns).lines() > lines) columns++;
        return columns;
    }

    /** Lines that are used, 0 without cells. */
    int lines() {
        return spots.isEmpty() ? 0 : spots.get(spots.size() - 1).line() + 1;
    }
}
