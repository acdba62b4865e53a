package io.arioso.dsp.reverb;

import java.util.Arrays;

/**
 * Sixteen delay lines that feed each other through an orthogonal matrix (Stautner and Puckette, 1982; Jot, 1991).
 *
 * <p>Worked on line by line in rows no longer than the shortest line: a row is read where it will be written, so a line
 * takes exactly its length in memory.
 */
final class FeedbackDelayNetwork {
    /** Number of lines. */
    static final int LINES = HadamardMatrix.ROWS;

    private static final float QUIET = 1e-20f;
    /** The lines are heard near their middle too, so that the first time around leaves no gap. */
    private static final double TAP_PLACE = 0.42;
    private static final double TAP_SPREAD = 0.16;
    /** The lines that each output hears where they begin; the other output hears them in the middle. */
    private static final int[][] HEARD = {{0, 9, 2, 11, 4, 13, 6, 15}, {8, 10, 1, 3, 12, 14, 5, 7}};
    /** Where the row of each line is written: neighbours in length part. */
    private static final int[] TARGET = {5, 12, 0, 9, 14, 3, 10, 7, 1, 15, 4, 11, 8, 2, 13, 6};

    private final float[][] lines = new float[LINES][];
    private final int[] at = new int[LINES];
    private final int[] tapAges = new int[LINES];
    private final float[] tapGains = new float[LINES];
    private final float[][] taps;
    private final float[][] rows;
    private final FeedbackMatrix matrix;
    private final Absorption absorption;
    private final PlaneRotations rotations;
    private final int cellFrames;
    private final int memoryFrames;
    private boolean cellQuiet = true;
    private int quietFrames;

    /** A network of lines of given lengths in frames, in cells no longer than a third of the shortest. */
    FeedbackDelayNetwork(double sampleRate, int cellFrames, int[] lengths, FeedbackMatrix matrix) {
        this.matrix = matrix;
        this.cellFrames = cellFrames;
        int longest = 0;
        for (int line = 0; line < LINES; line++) {
            lines[line] = new float[lengths[line]];
            longest = Math.max(longest, lengths[line]);
            tapAges[line] = (int) (lengths[line] * (TAP_PLACE + TAP_SPREAD * (line * 7 % LINES) / LINES));
        }
        taps = new float[4][cellFrames];
        memoryFrames = longest + cellFrames;
        rows = new float[LINES][cellFrames];
        absorption = new Absorption(sampleRate, cellFrames, lengths);
        rotations = new PlaneRotations(sampleRate, cellFrames);
    }

    Absorption absorption() {
        return absorption;
    }

    PlaneRotations rotations() {
        return rotations;
    }

    /** Whether nothing is left in the lines: then zeros in are zeros out, and nobody needs to run it. */
    boolean silent() {
        return cellQuiet && quietFrames >= memoryFrames;
    }

    /** Tells how loud the middles of the lines are: as if their losses were spread along the way. */
    void setTapGains() {
        for (int line = 0; line < LINES; line++) {
            tapGains[line] = (float) absorption.partialGain((double) tapAges[line]);
        }
    }

    void reset() {
        for (float[] line : lines) {
            Arrays.fill(line, 0);
        }
        Arrays.fill(at, 0);
        absorption.reset();
        rotations.reset();
        cellQuiet = true;
        quietFrames = memoryFrames;
    }

    /** Begins the next cell. */
    void step() {
        absorption.step();
        rotations.step();
    }

    /**
     * Feeds a stretch of a cell. What comes out is then had by {@link #collect}.
     *
     * @param input  rows that are added, the first to lines 0 and 8, the second to lines 1 and 9 and so on
     * @param offset first frame within the cell
     */
    void process(float[][] input, int offset, int frames) {
        for (int line = 0; line < LINES; line++) {
            read(lines[line], at[line], rows[line], frames);
        }
        absorption.process(rows, offset, frames);
        rotations.process(rows, offset, frames);
        matrix.process(rows, frames);
        for (int line = 0; line < input.length; line++) {
            add(input[line], rows[line], rows[line + input.length], frames);
        }
        for (int line = 0; line < LINES; line++) {
            write(rows[line], TARGET[line], frames);
        }
        cellQuiet = cellQuiet && quiet(frames);
        if (offset + frames == cellFrames) {
            endCell();
        }
    }

    /**
     * Writes what an output hears of the last stretch: eight lines as they begin, which carry all eight rows of the
     * input with signs that are orthogonal between the outputs, and the other eight in their middle.
     */
    void collect(int output, float[] out, int frames) {
        int[] near = HEARD[output];
        add(out, rows[near[0]], rows[near[1]], rows[near[2]], rows[near[3]], rows[near[4]], rows[near[5]],
            rows[near[6]], rows[near[7]], frames);
        int[] far = HEARD[1 - output];
        for (int first = 0; first < far.length; first += taps.length) {
            for (int k = 0; k < taps.length; k++) {
                readTap(far[first + k], taps[k], frames);
            }
            addTaps(out, taps, tapGains[far[first]], tapGains[far[first + 1]], tapGains[far[first + 2]],
                tapGains[far[first + 3]], frames);
        }
    }

    /** Reads what was written before the last stretch, and is younger than what that has replaced. */
    private void readTap(int line, float[] row, int frames) {
        int length = lines[line].length;
        int from = at[line] - frames - tapAges[line];
        from = from < 0 ? from + length : from;
        read(lines[line], from < 0 ? from + length : from, row, frames);
    }

    private static void add(float[] out, float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, float[] g,
            float[] h, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] = ((a[i] - b[i]) + (c[i] - d[i])) + ((e[i] - f[i]) + (g[i] - h[i]));
        }
    }

    private static void addTaps(float[] out, float[][] taps, float gainA, float gainB, float gainC, float gainD,
            int frames) {
        float[] a = taps[0];
        float[] b = taps[1];
        float[] c = taps[2];
        float[] d = taps[3];
        for (int i = 0; i < frames; i++) {
            out[i] += (a[i] * gainA - b[i] * gainB) + (c[i] * gainC - d[i] * gainD);
        }
    }

    private static void read(float[] line, int from, float[] row, int frames) {
        int head = Math.min(frames, line.length - from);
        System.arraycopy(line, from, row, 0, head);
        System.arraycopy(line, 0, row, head, frames - head);
    }

    private void write(float[] row, int index, int frames) {
        float[] line = lines[index];
        int from = at[index];
        int head = Math.min(frames, line.length - from);
        System.arraycopy(row, 0, line, from, head);
        System.arraycopy(row, head, line, 0, frames - head);
        int end = from + frames;
        at[index] = end < line.length ? end : end - line.length;
    }

    private static void add(float[] input, float[] first, float[] second, int frames) {
        for (int i = 0; i < frames; i++) {
            first[i] += input[i];
            second[i] += input[i];
        }
    }

    /** Stops at the first sample of any sound, so it costs nothing while there is some. */
    private boolean quiet(int frames) {
        for (float[] row : rows) {
            for (int i = 0; i < frames; i++) {
                if (row[i] >= QUIET || row[i] <= -QUIET) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Replaces what is 400 dB below full scale by silence, long before it becomes denormal. */
    private void endCell() {
        if (cellQuiet) {
            quietFrames = Math.min(memoryFrames, quietFrames + cellFrames);
            for (int line = 0; line < LINES; line++) {
                int from = at[line] - cellFrames;
                Arrays.fill(lines[line], Math.max(0, from), at[line], 0);
                if (from < 0) {
                    Arrays.fill(lines[line], lines[line].length + from, lines[line].length, 0);
                }
            }
            absorption.clearSound();
        } else {
            quietFrames = 0;
        }
        cellQuiet = true;
    }
}
