package io.arioso.dsp.reverb;

import io.arioso.dsp.filter.HalfTurn;

/**
 * Modulation without loss: pairs of lines are turned into each other by angles that sway slowly, so that no mode stays
 * where it is while the energy does (a time-varying orthogonal matrix, Schlecht and Habets, JASA 138, 2015).
 *
 * <p>Cosine and sine come from t = tan(angle / 2) as (1 - t²) / (1 + t²) and 2 t / (1 + t²): orthogonal for any t, so t may
 * walk in straight lines between the cells of the grid.
 */
final class PlaneRotations {
    private static final int PAIRS = 4;
    /** Lines that are turned: each pair has a short and a long one. */
    private static final int[] FIRST = {0, 2, 5, 7};
    private static final int[] SECOND = {13, 15, 8, 10};
    /** Rates of the pairs relative to the one asked for: no two repeat together within minutes. */
    private static final double[] RATE_FACTORS = {0.731, 0.927, 1.109, 1.371};
    private static final double[] START_TURNS = {0.0, 0.29, 0.53, 0.77};
    private static final double LARGEST_TANGENT = 0.6;
    private static final double DEPTH_SECONDS = 0.1;

    private final double cellSeconds;
    private final double[] real = new double[PAIRS];
    private final double[] imaginary = new double[PAIRS];
    private final double[] stepReal = new double[PAIRS];
    private final double[] stepImaginary = new double[PAIRS];
    private final double[] from = new double[PAIRS];
    private final double[] to = new double[PAIRS];
    private final GridRamp depth;
    private final float[] tangent;
    private final int cellFrames;
    private double rateHz = -1;

    PlaneRotations(double sampleRate, int cellFrames) {
        this.cellFrames = cellFrames;
        cellSeconds = cellFrames / sampleRate;
        depth = new GridRamp(cellFrames, DEPTH_SECONDS * sampleRate, 0);
        tangent = new float[cellFrames];
    }

    /** Sets the mean rate in Hz and the depth, 0..1 for angles up to 62 degrees. */
    void set(double newRateHz, double newDepth) {
        depth.set(newDepth);
        if (newRateHz != rateHz) {
            rateHz = newRateHz;
            for (int pair = 0; pair < PAIRS; pair++) {
                double halfTurns = 2 * rateHz * RATE_FACTORS[pair] * cellSeconds;
                stepReal[pair] = HalfTurn.cosineOf(halfTurns);
                stepImaginary[pair] = HalfTurn.sineOf(halfTurns);
            }
        }
    }

    void reset() {
        depth.snap();
        for (int pair = 0; pair < PAIRS; pair++) {
            real[pair] = HalfTurn.cosineOf(2 * START_TURNS[pair]);
            imaginary[pair] = HalfTurn.sineOf(2 * START_TURNS[pair]);
            to[pair] = LARGEST_TANGENT * depth.value() * imaginary[pair];
        }
    }

    /** Begins the next cell. */
    void step() {
        depth.step();
        double scale = LARGEST_TANGENT * depth.value();
        for (int pair = 0; pair < PAIRS; pair++) {
            double turned = real[pair] * stepReal[pair] - imaginary[pair] * stepImaginary[pair];
            double other = real[pair] * stepImaginary[pair] + imaginary[pair] * stepReal[pair];
            // One step of Newton's method keeps the pointer's length at 1.
            double length = 1.5 - 0.5 * (turned * turned + other * other);
            real[pair] = turned * length;
            imaginary[pair] = other * length;
            from[pair] = to[pair];
            to[pair] = scale * imaginary[pair];
        }
    }

    /** Turns the rows of frames {@code offset} and on of the cell in place. */
    void process(float[][] rows, int offset, int frames) {
        for (int pair = 0; pair < PAIRS; pair++) {
            if (from[pair] != 0 || to[pair] != 0) {
                double slope = (to[pair] - from[pair]) / cellFrames;
                for (int i = 0; i < frames; i++) {
                    tangent[i] = (float) (from[pair] + slope * (offset + i + 1));
                }
                turn(rows[FIRST[pair]], rows[SECOND[pair]], tangent, frames);
            }
        }
    }

    private static void turn(float[] a, float[] b, float[] tangent, int frames) {
        for (int i = 0; i < frames; i++) {
            float t = tangent[i];
            float square = t * t;
            float scale = 1 / (1 + square);
            float cosine = (1 - square) * scale;
            float sine = (t + t) * scale;
            float x = a[i];
            float y = b[i];
            a[i] = cosine * x - sine * y;
            b[i] = sine * x + cosine * y;
        }
    }
}
