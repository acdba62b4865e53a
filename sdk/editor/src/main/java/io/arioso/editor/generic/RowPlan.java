package io.arioso.editor.generic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Breaks sections into rows of a width like a paragraph into lines: of all ways that keep the order, the one with the
 * least height and the least empty space (dynamic programming, Knuth and Plass 1981). All sections of a row have the
 * same number of lines of controls, so that their edges align.
 *
 * @param rows the rows from top to bottom
 */
record RowPlan(List<Row> rows) {
    private static final int MOST_LINES = 12;
    /** Heights in lines of controls: what a row costs beyond its controls, and all of its width empty. */
    private static final double ROW_COST = 0.35;
    private static final double EMPTINESS_COST = 1;

    /**
     * A section as the plan sees it.
     *
     * @param spans        columns of its cells
     * @param leastColumns columns that its title needs
     */
    record Block(List<Integer> spans, int leastColumns) {
    }

    /**
     * Sections beside each other.
     *
     * @param first   index of the first section
     * @param columns columns of each section
     */
    record Row(int first, List<Integer> columns) {
    }

    /**
     * Plans rows.
     *
     * @param width  logical pixels
     * @param column logical pixels of a column
     * @param frame  logical pixels that a section needs beside its columns
     * @param gap    logical pixels between two sections
     */
    static RowPlan of(List<Block> blocks, double width, double column, double frame, double gap) {
        double[] best = new double[blocks.size() + 1];
        Row[] lastRow = new Row[blocks.size() + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        for (int end = 1; end <= blocks.size(); end++) {
            for (int first = end - 1; first >= 0; first--) {
                for (int lines = 1; lines <= MOST_LINES; lines++) {
                    Row row = row(blocks, first, end, lines);
                    double used = used(row, column, frame, gap);
                    boolean alone = end - first == 1 && lines == MOST_LINES;
                    if (used > width && !alone) continue;
                    double empty = Math.max(0, 1 - filled(blocks.subList(first, end)) * column / (lines * width));
                    double cost = best[first] + (lines + ROW_COST) + lines * EMPTINESS_COST * empty;
                    if (cost < best[end]) {
                        best[end] = cost;
                        lastRow[end] = row;
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int end = blocks.size(); end > 0; end = lastRow[end].first()) rows.add(lastRow[end]);
        Collections.reverse(rows);
        return new RowPlan(List.copyOf(rows));
    }

    private static Row row(List<Block> blocks, int first, int end, int lines) {
        List<Integer> columns = new ArrayList<>();
        for (Block block : blocks.subList(first, end)) {
            columns.add(Placement.columnsFor(block.spans(), lines, block.leastColumns()));
        }
        return new Row(first, List.copyOf(columns));
    }

    private static double filled(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.spans().stream()).mapToInt(Integer::intValue).sum();
    }

    private static double used(Row row, double column, double frame, double gap) {
        double width = -gap;
        for (int columns : row.columns()) width += columns * column + frame + gap;
        return width;
    }
}
