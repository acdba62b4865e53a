package io.arioso.dsp.filter;

import java.util.List;

/**
 * Finds the bands of an equaliser whose curve comes nearest to a target, in the sense of least squares.
 *
 * <p>Bands are added one at a time: a bell at each of the largest places of what is left, a low and a high shelf are
 * tried, the best of them stays, and then all bands move together ({@link CurveFit}) before the next one comes. The
 * result depends on the target alone, to the bit. Some 10 to 500 ms; allocates; any thread.
 */
public final class CurveMatch {
    /** The most bands. */
    public static final int MAX_BANDS = 16;

    private static final int FEWEST_POINTS = 4;
    private static final int PEAKS = 4;
    private static final double[] QS = {0.7, 2};
    private static final double SHELF_Q = 0.7071;
    private static final double[] LOW_CORNERS = {80, 250};
    private static final double[] HIGH_CORNERS = {3000, 9000};
    private static final int TRIAL_ROUNDS = 8;
    private static final int ROUNDS = 25;
    private static final int LAST_ROUNDS = 200;
    /** A band that brings less than this share of the error is not worth its place. */
    private static final double LEAST_GAIN = 0.002;
    private static final double GOOD_ENOUGH_DB = 0.02;

    private CurveMatch() {
    }

    /**
     * What was found.
     *
     * @param bands   bells and shelves of 12 dB per octave by rising frequency, no more than asked for
     * @param levelDb the level under the bands; 0 unless it was free
     * @param rmsDb   root mean square of what is left, over the points
     */
    public record Result(List<BandSettings> bands, double levelDb, double rmsDb) {
    }

    /**
     * Fits bands of 20 Hz to 20 kHz, ±18 dB and, for bells, Q 0.3 to 4.
     *
     * @param hz        frequencies, rising, above 0, evenly spaced by ear where all should count the same; 4 or more
     * @param targetDb  the curve in decibels at each
     * @param bands     1 to {@value #MAX_BANDS}
     * @param freeLevel whether only the form of the curve matters, not its height
     */
    public static Result fit(double[] hz, double[] targetDb, int bands, boolean freeLevel) {
        check(hz, targetDb, bands);
        CurveFit fit = new CurveFit(hz, targetDb, freeLevel);
        double error = fit.improve(0, 1);
        for (int band = 0; band < bands && fit.rmsDb() > GOOD_ENOUGH_DB; band++) {
            CurveFit more = bestAddition(fit, hz);
            double moreError = more.improve(0, ROUNDS);
            if (moreError > error * (1 - LEAST_GAIN)) {
                break;
            }
            fit = more;
            error = moreError;
        }
        fit.improve(0, LAST_ROUNDS);
        return new Result(List.copyOf(fit.bands()), fit.levelDb(), fit.rmsDb());
    }

    private static void check(double[] hz, double[] targetDb, int bands) {
        if (hz.length != targetDb.length || hz.length < FEWEST_POINTS) {
            throw new IllegalArgumentException("curve match: " + hz.length + " frequencies and " + targetDb.length
                    + " levels are not two equal numbers of at least " + FEWEST_POINTS);
        }
        if (bands < 1 || bands > MAX_BANDS) {
            throw new IllegalArgumentException("curve match: " + bands + " bands is outside 1.." + MAX_BANDS);
        }
        for (int i = 0; i < hz.length; i++) {
            if (!(hz[i] > (i == 0 ? 0 : hz[i - 1])) || !(Math.abs(targetDb[i]) <= 200)) {
                throw new IllegalArgumentException("curve match: " + targetDb[i] + " dB at " + hz[i]
                        + " Hz is not within ±200 dB at a frequency above the one before");
            }
        }
    }

    private static CurveFit bestAddition(CurveFit fit, double[] hz) {
        double[] left = fit.residualDb();
        Trial trial = new Trial(fit);
        boolean[] taken = new boolean[hz.length];
        for (int peak = 0; peak < PEAKS; peak++) {
            int at = largest(left, taken);
            if (at < 0) {
                break;
            }
            for (double q : QS) {
                trial.offer(FilterShape.BELL, hz[at], left[at], q);
            }
            take(left, taken, at);
        }
        for (double corner : LOW_CORNERS) {
            trial.offer(FilterShape.LOW_SHELF, corner, left[0], SHELF_Q);
        }
        for (double corner : HIGH_CORNERS) {
            trial.offer(FilterShape.HIGH_SHELF, corner, left[left.length - 1], SHELF_Q);
        }
        return trial.best;
    }

    private static int largest(double[] values, boolean[] taken) {
        int at = -1;
        for (int i = 0; i < values.length; i++) {
            if (!taken[i] && values[i] != 0 && (at < 0 || Math.abs(values[i]) > Math.abs(values[at]))) {
                at = i;
            }
        }
        return at;
    }

    /** The whole hill around its top, as far as it keeps its sign and falls. */
    private static void take(double[] values, boolean[] taken, int top) {
        taken[top] = true;
        for (int step = -1; step <= 1; step += 2) {
            int i = top + step;
            while (i >= 0 && i < values.length && values[i] * values[top] > 0
                    && Math.abs(values[i]) <= Math.abs(values[i - step])) {
                taken[i] = true;
                i += step;
            }
        }
    }

    /** Candidates for the next band, each moved a little on its own. */
    private static final class Trial {
        private final CurveFit start;
        private CurveFit best;
        private double bestError = Double.POSITIVE_INFINITY;

        Trial(CurveFit start) {
            this.start = start;
            best = start;
        }

        void offer(FilterShape shape, double hz, double gainDb, double q) {
            CurveFit candidate = start.branch();
            int band = candidate.bands().size();
            candidate.add(shape, hz, gainDb == 0 ? 0.1 : gainDb, q);
            double error = candidate.improve(band, TRIAL_ROUNDS);
            if (error < bestError) {
                bestError = error;
                best = candidate;
            }
        }
    }
}
