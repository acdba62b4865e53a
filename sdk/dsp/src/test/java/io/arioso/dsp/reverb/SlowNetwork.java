package io.arioso.dsp.reverb;

/** The network frame by frame in double precision, as the books draw it: oracle for {@link FeedbackDelayNetwork}. */
final class SlowNetwork {
    private final double[][] lines;
    private final double[] gains;
    private final int[] target;
    private int clock;

    /** Lines of lengths, what a pass leaves with its sign, and the line that each row is written to. */
    SlowNetwork(int[] lengths, double[] gains, int[] target) {
        lines = new double[lengths.length][];
        for (int line = 0; line < lengths.length; line++) {
            lines[line] = new double[lengths[line]];
        }
        this.gains = gains;
        this.target = target;
    }

    /** One frame: the input goes to all lines; returns what enters each line. */
    double[] next(double input) {
        int count = lines.length;
        double[] rows = new double[count];
        for (int row = 0; row < count; row++) {
            for (int line = 0; line < count; line++) {
                double out = gains[line] * lines[line][clock % lines[line].length];
                rows[row] += (Integer.bitCount(row & line) % 2 == 0 ? 0.25 : -0.25) * out;
            }
            rows[row] += input;
        }
        for (int row = 0; row < count; row++) {
            double[] line = lines[target[row]];
            line[clock % line.length] = rows[row];
        }
        clock++;
        return rows;
    }
}
