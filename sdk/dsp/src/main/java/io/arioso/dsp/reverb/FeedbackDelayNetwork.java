package io.arioso.dsp.reverb;

import io.arioso.dsp.delay.DelayLine;

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
    /** The lines that each output hears where they begin; the other output hears them in the middle. */
    private static final int[][] HEARD = {{0, 9, 2, 11, 4, 13, 6, 15}, {8, 10, 1, 3, 12, 14, 5, 7}};
    /** Where the row of each line is written: neighbours in length part. */
    static final int[] TARGET = {5, 12, 0, 9, 14, 3, 10, 7, 1, 15, 4, 11, 8, 2, 13, 6};

    private final DelayLine[] lines = new DelayLine[LINES];
    private final LineTaps taps;
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
            lines[line] = new DelayLine(lengths[line]);
            longest = Math.max(longest, lengths[line]);
        }
        taps = new LineTaps(sampleRate, cellFrames, lengths);
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

    /** Must be told when the decay has changed. */
    void decayChanged() {
        taps.refresh();
    }

    void reset() {
        clearLines();
        absorption.reset();
        rotations.reset();
        taps.reset(absorption);
        cellQuiet = true;
        quietFrames = memoryFrames;
    }

    private void clearLines() {
        for (DelayLine line : lines) {
            line.reset();
        }
    }

    /** Begins the next cell. */
    void step() {
        absorption.step();
        rotations.step();
        taps.step(absorption);
    }

    /**
     * Feeds a stretch of a cell. What comes out is then had by {@link #collect}.
     *
     * @param input  rows that are added, the first to lines 0 and 8, the second to lines 1 and 9 and so on
     * @param offset first frame within the cell
     */
    void process(float[][] input, int offset, int frames) {
        for (int line = 0; line < LINES; line++) {
            lines[line].read(lines[line].frames(), rows[line], 0, frames);
        }
        absorption.process(rows, offset, frames);
        rotations.process(rows, offset, frames);
        matrix.process(rows, frames);
        for (int line = 0; line < input.length; line++) {
            add(input[line], rows[line], rows[line + input.length], frames);
        }
        for (int line = 0; line < LINES; line++) {
            lines[TARGET[line]].write(rows[line], 0, frames);
        }
        cellQuiet = cellQuiet && quiet(frames);
        if (offset + frames == cellFrames) {
            endCell();
        }
    }

    /** What entered the lines in the last stretch. */
    float[][] rows() {
        return rows;
    }

    /**
     * Writes what an output hears of the last stretch: eight lines as they begin, which carry all eight rows of the
     * input with signs that are orthogonal between the outputs, and the other eight in their middle.
     */
    void collect(int output, float[] out, int offset, int frames) {
        int[] near = HEARD[output];
        add(out, rows[near[0]], rows[near[1]], rows[near[2]], rows[near[3]], rows[near[4]], rows[near[5]],
            rows[near[6]], rows[near[7]], frames);
        taps.add(lines, HEARD[1 - output], out, offset, frames);
    }

    private static void add(float[] out, float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, float[] g,
            float[] h, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] = ((a[i] - b[i]) + (c[i] - d[i])) + ((e[i] - f[i]) + (g[i] - h[i]));
        }
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

    /** Once all that the lines hold is 400 dB below full scale it becomes silence, long before it is denormal. */
    private void endCell() {
        if (!cellQuiet) {
            quietFrames = 0;
        } else if (quietFrames < memoryFrames) {
            quietFrames += cellFrames;
            if (quietFrames >= memoryFrames) {
                clearLines();
                absorption.clearSound();
            }
        }
        cellQuiet = true;
    }
}
