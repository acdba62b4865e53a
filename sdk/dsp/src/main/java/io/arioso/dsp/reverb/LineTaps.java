package io.arioso.dsp.reverb;

import io.arioso.dsp.delay.DelayLine;
import java.util.Arrays;

/**
 * The middles of the lines, heard as if the lines' losses were spread along their way, so that the first time around
 * leaves no gap. Changed gains fade.
 */
final class LineTaps {
    private static final int LINES = HadamardMatrix.ROWS;
    private static final int TOGETHER = 4;
    private static final double PLACE = 0.42;
    private static final double SPREAD = 0.16;
    private static final double FADE_SECONDS = 0.040;

    private final int cellFrames;
    private final int fadeCells;
    private final int[] ages = new int[LINES];
    private final float[][] rows;
    private final float[] shares;
    private final float[] young;
    private float[] gains = new float[LINES];
    private float[] next = new float[LINES];
    private boolean stale;
    private int cellsDone = -1;

    LineTaps(double sampleRate, int cellFrames, int[] lengths) {
        this.cellFrames = cellFrames;
        fadeCells = (int) Math.ceil(FADE_SECONDS * sampleRate / cellFrames);
        for (int line = 0; line < LINES; line++) {
            ages[line] = (int) (lengths[line] * (PLACE + SPREAD * (line * 7 % LINES) / LINES));
        }
        rows = new float[TOGETHER][cellFrames];
        shares = new float[cellFrames];
        young = new float[cellFrames];
    }

    /** Takes new gains as soon as the last ones have been faded to. */
    void refresh() {
        stale = true;
    }

    void reset(Absorption absorption) {
        find(absorption, gains);
        stale = false;
        cellsDone = -1;
    }

    private void find(Absorption absorption, float[] found) {
        for (int line = 0; line < LINES; line++) {
            found[line] = (float) absorption.partialGain(ages[line]);
        }
    }

    /** Begins the next cell. */
    void step(Absorption absorption) {
        if (cellsDone >= 0 && ++cellsDone >= fadeCells) {
            float[] old = gains;
            gains = next;
            next = old;
            cellsDone = -1;
        }
        if (cellsDone < 0 && stale) {
            find(absorption, next);
            stale = false;
            cellsDone = 0;
        }
    }

    /** Adds the middles of eight lines that have just been written to a row of frames {@code offset} and on. */
    void add(DelayLine[] lines, int[] heard, float[] out, int offset, int frames) {
        if (cellsDone < 0) {
            sum(lines, heard, gains, out, frames);
            return;
        }
        float scale = 1f / (fadeCells * cellFrames);
        for (int i = 0; i < frames; i++) {
            float t = (cellsDone * cellFrames + offset + i + 1) * scale;
            shares[i] = t * t * (3 - 2 * t);
        }
        System.arraycopy(out, 0, young, 0, frames);
        sum(lines, heard, gains, out, frames);
        sum(lines, heard, next, young, frames);
        for (int i = 0; i < frames; i++) {
            out[i] += (young[i] - out[i]) * shares[i];
        }
    }

    private void sum(DelayLine[] lines, int[] heard, float[] gains, float[] out, int frames) {
        for (int first = 0; first < heard.length; first += TOGETHER) {
            for (int k = 0; k < TOGETHER; k++) {
                int line = heard[first + k];
                lines[line].read(ages[line] + frames, rows[k], 0, frames);
            }
            accumulate(out, rows[0], gains[heard[first]], rows[1], gains[heard[first + 1]], rows[2],
                gains[heard[first + 2]], rows[3], gains[heard[first + 3]], frames);
        }
    }

    private static void accumulate(float[] out, float[] a, float gainA, float[] b, float gainB, float[] c, float gainC,
            float[] d, float gainD, int frames) {
        for (int i = 0; i < frames; i++) {
            out[i] += (a[i] * gainA - b[i] * gainB) + (c[i] * gainC - d[i] * gainD);
        }
    }
}
