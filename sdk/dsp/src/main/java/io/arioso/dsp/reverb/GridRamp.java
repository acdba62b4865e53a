package io.arioso.dsp.reverb;

/** A value that walks in straight lines from cell to cell of the grid towards where it was sent. */
final class GridRamp {
    private final int cellFrames;
    private final int cells;
    private double from;
    private double to;
    private double target;
    private int cellsLeft;

    /** A ramp that takes so many frames, rounded up to whole cells. */
    GridRamp(int cellFrames, double frames, double value) {
        this.cellFrames = cellFrames;
        cells = (int) Math.max(1, Math.ceil(frames / cellFrames));
        from = value;
        to = value;
        target = value;
    }

    void set(double newTarget) {
        if (newTarget != target) {
            target = newTarget;
            cellsLeft = cells;
        }
    }

    /** Goes to the target at once. */
    void snap() {
        from = target;
        to = target;
        cellsLeft = 0;
    }

    /** Begins the next cell. */
    void step() {
        from = to;
        if (cellsLeft > 0) {
            to += (target - to) / cellsLeft;
            cellsLeft--;
            if (cellsLeft == 0) {
                to = target;
            }
        }
    }

    boolean moving() {
        return from != to;
    }

    /** The value at the end of the cell; everywhere in it unless {@link #moving}. */
    double value() {
        return to;
    }

    /** The values of frames {@code offset} and on of the cell. */
    void fill(float[] values, int offset, int frames) {
        double slope = (to - from) / cellFrames;
        for (int i = 0; i < frames; i++) {
            values[i] = (float) (from + slope * (offset + i + 1));
        }
    }

    /** Multiplies a row by the values of the cell from {@code offset} on; {@code scratch} is overwritten. */
    void apply(float[] row, float[] scratch, int offset, int frames) {
        if (moving()) {
            fill(scratch, offset, frames);
            for (int i = 0; i < frames; i++) {
                row[i] *= scratch[i];
            }
        } else {
            float gain = (float) to;
            for (int i = 0; i < frames; i++) {
                row[i] *= gain;
            }
        }
    }
}
