package io.arioso.dsp.reverb;

import io.arioso.dsp.filter.HalfTurn;
import io.arioso.dsp.delay.DelayLine;
import java.util.Random;

/**
 * Turns each click into thousands without colouring it: four stages, each of eight different delays and a lossless mix
 * of all (after the idea of G. Luff's multi-channel diffusers, ADC 2021).
 *
 * <p>The mix is a Hadamard matrix built of plane rotations; with smaller angles a stage spreads less.
 */
final class Diffuser {
    /** Number of rows. */
    static final int ROWS = 8;

    private static final int STAGES = 4;
    private static final int[] SHUFFLE = {3, 6, 1, 4, 7, 2, 5, 0};
    private static final double FULL_HALF_TURNS = 0.25;

    private final DelayLine[][] lines = new DelayLine[STAGES][ROWS];
    private final int[][] delays = new int[STAGES][ROWS];
    private final float[][] spare;
    private final GridRamp cosine;
    private final GridRamp sine;
    private final float[] cosines;
    private final float[] sines;
    private int totalFrames;

    /**
     * A diffuser for rows of at most a cell.
     *
     * @param stageFrames longest delay of each stage
     */
    Diffuser(double sampleRate, int cellFrames, double[] stageFrames, long seed) {
        Random random = new Random(seed);
        for (int stage = 0; stage < STAGES; stage++) {
            int longest = 0;
            for (int row = 0; row < ROWS; row++) {
                // The first echo comes at once; the others lie anywhere in an eighth of their own.
                double place = row == 0 ? 0 : (row + random.nextDouble()) / ROWS;
                delays[stage][row] = (int) (place * stageFrames[stage]);
                longest = Math.max(longest, delays[stage][row]);
                lines[stage][row] = new DelayLine(delays[stage][row] + cellFrames);
            }
            totalFrames += longest;
        }
        spare = new float[ROWS][cellFrames];
        double ramp = 0.05 * sampleRate;
        cosine = new GridRamp(cellFrames, ramp, HalfTurn.cosineOf(FULL_HALF_TURNS));
        sine = new GridRamp(cellFrames, ramp, HalfTurn.sineOf(FULL_HALF_TURNS));
        cosines = new float[cellFrames];
        sines = new float[cellFrames];
    }

    /** Sets how far each stage spreads, 0..1. */
    void setAmount(double amount) {
        cosine.set(HalfTurn.cosineOf(FULL_HALF_TURNS * amount));
        sine.set(HalfTurn.sineOf(FULL_HALF_TURNS * amount));
    }

    /** Longest way through all stages in frames. */
    int totalFrames() {
        return totalFrames;
    }

    void reset() {
        for (DelayLine[] stage : lines) {
            for (DelayLine line : stage) {
                line.reset();
            }
        }
        cosine.snap();
        sine.snap();
    }

    /** Begins the next cell. */
    void step() {
        cosine.step();
        sine.step();
    }

    /** Spreads the rows of frames {@code offset} and on of the cell in place. */
    void process(float[][] rows, int offset, int frames) {
        boolean moving = cosine.moving() || sine.moving();
        if (moving) {
            cosine.fill(cosines, offset, frames);
            sine.fill(sines, offset, frames);
        }
        for (int stage = 0; stage < STAGES; stage++) {
            for (int row = 0; row < ROWS; row++) {
                DelayLine line = lines[stage][row];
                line.write(rows[row], 0, frames);
                line.read(delays[stage][row] + frames, spare[SHUFFLE[row]], 0, frames);
            }
            for (int row = 0; row < ROWS; row++) {
                float[] swap = rows[row];
                rows[row] = spare[row];
                spare[row] = swap;
            }
            for (int distance = 1; distance < ROWS; distance *= 2) {
                mix(rows, distance, moving, frames);
            }
        }
    }

    private void mix(float[][] rows, int distance, boolean moving, int frames) {
        for (int row = 0; row < ROWS; row++) {
            if ((row & distance) == 0) {
                if (moving) {
                    turn(rows[row], rows[row + distance], cosines, sines, frames);
                } else {
                    turn(rows[row], rows[row + distance], (float) cosine.value(), (float) sine.value(), frames);
                }
            }
        }
    }

    private static void turn(float[] a, float[] b, float cosine, float sine, int frames) {
        for (int i = 0; i < frames; i++) {
            float x = a[i];
            float y = b[i];
            a[i] = cosine * x + sine * y;
            b[i] = sine * x - cosine * y;
        }
    }

    private static void turn(float[] a, float[] b, float[] cosines, float[] sines, int frames) {
        for (int i = 0; i < frames; i++) {
            float x = a[i];
            float y = b[i];
            float c = cosines[i];
            float s = sines[i];
            a[i] = c * x + s * y;
            b[i] = s * x - c * y;
        }
    }
}
