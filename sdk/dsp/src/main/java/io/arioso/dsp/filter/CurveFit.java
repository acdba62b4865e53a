package io.arioso.dsp.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bands of an equaliser, and a level, whose frequencies, gains and Qs are moved until the sum of their curves is as
 * near to a target as it gets: Levenberg's and Marquardt's damped least squares (Marquardt 1963) within bounds.
 *
 * <p>The curves are those of {@link AnalogPrototype}, which the designed filters follow to 0.02 dB. Only arithmetic and
 * {@code StrictMath}: equal input gives equal bits. Allocates; not thread-safe.
 */
final class CurveFit {
    private static final double[] LOWEST = {StrictMath.log(20), -18, StrictMath.log(0.3)};
    private static final double[] HIGHEST = {StrictMath.log(20_000), 18, StrictMath.log(4)};
    /** Steps of the differences that stand for derivatives: of ln f, dB and ln Q. */
    private static final double[] STEP = {1e-4, 1e-3, 1e-4};
    /**
     * What a decibel of gain costs in squared decibels of error a point: keeps two bands from pulling at each
     * other.
     */
    private static final double GAIN_COST = 2e-5;
    private static final double FIRST_DAMPING = 1e-2;
    private static final double LARGEST_DAMPING = 1e6;
    private static final double ENOUGH = 1e-5;

    private final double[] hz;
    private final double[] targetDb;
    private final boolean freeLevel;
    private final AnalogPrototype prototype = new AnalogPrototype();
    private final List<FilterShape> shapes = new ArrayList<>();
    private double[] x = {0};
    private double[][] curves = {};

    CurveFit(double[] hz, double[] targetDb, boolean freeLevel) {
        this.hz = hz;
        this.targetDb = targetDb;
        this.freeLevel = freeLevel;
        x[0] = freeLevel ? mean(targetDb) : 0;
    }

    /** A fit that has found the same so far and goes its own way from here. */
    CurveFit branch() {
        CurveFit copy = new CurveFit(hz, targetDb, freeLevel);
        copy.shapes.addAll(shapes);
        copy.x = x.clone();
        copy.curves = curves.clone();
        return copy;
    }

    /** Adds a band that starts without gain, or with as much as the residual has where it acts. */
    void add(FilterShape shape, double bandHz, double gainDb, double q) {
        shapes.add(shape);
        x = Arrays.copyOf(x, x.length + 3);
        int at = x.length - 3;
        x[at] = clamp(0, StrictMath.log(bandHz));
        x[at + 1] = clamp(1, gainDb);
        x[at + 2] = clamp(2, StrictMath.log(q));
        curves = Arrays.copyOf(curves, shapes.size());
        curves[shapes.size() - 1] = curve(shapes.size() - 1, x);
    }

    /**
     * Improves all bands from {@code firstBand} on, and the level; at most so many rounds.
     *
     * @return the error that is left, with the cost of the gains
     */
    double improve(int firstBand, int rounds) {
        double damping = FIRST_DAMPING;
        double error = error(x, curves);
        for (int round = 0; round < rounds && damping < LARGEST_DAMPING; round++) {
            NormalEquations equations = equations(firstBand);
            boolean better = false;
            while (!better && damping < LARGEST_DAMPING) {
                double[] moved = moved(equations.solve(damping), firstBand);
                double[][] movedCurves = curvesOf(moved, firstBand);
                double movedError = error(moved, movedCurves);
                better = movedError < error;
                if (better) {
                    damping = error - movedError < ENOUGH * error ? LARGEST_DAMPING : damping / 8;
                    x = moved;
                    curves = movedCurves;
                    error = movedError;
                } else {
                    damping *= 4;
                }
            }
        }
        return error;
    }

    /** What the bands and the level leave of the target, at each frequency. */
    double[] residualDb() {
        return residual(x, curves);
    }

    /** Root mean square of {@link #residualDb}. */
    double rmsDb() {
        double sum = 0;
        for (double r : residualDb()) {
            sum += r * r;
        }
        return Math.sqrt(sum / hz.length);
    }

    /** The level under the bands in decibels; 0 unless it is free. */
    double levelDb() {
        return x[0];
    }

    /** The bands, by frequency. */
    List<BandSettings> bands() {
        List<BandSettings> bands = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            int at = 1 + 3 * i;
            bands.add(BandSettings.of(shapes.get(i), StrictMath.exp(x[at]), x[at + 1], StrictMath.exp(x[at + 2])));
        }
        bands.sort((a, b) -> Double.compare(a.frequencyHz(), b.frequencyHz()));
        return bands;
    }

    private NormalEquations equations(int firstBand) {
        int bandUnknowns = 3 * (shapes.size() - firstBand);
        NormalEquations equations = new NormalEquations(bandUnknowns + 1);
        double[] residual = residualDb();
        double[][] slopes = new double[bandUnknowns + 1][];
        for (int u = 0; u < bandUnknowns; u++) {
            slopes[u] = slope(firstBand + u / 3, u % 3);
        }
        slopes[bandUnknowns] = new double[hz.length];
        Arrays.fill(slopes[bandUnknowns], freeLevel ? 1 : 0);
        equations.add(slopes, residual);
        for (int u = 1; u < bandUnknowns; u += 3) {
            equations.addCost(u, GAIN_COST * hz.length, x[1 + 3 * firstBand + u]);
        }
        return equations;
    }

    private double[] slope(int band, int what) {
        double[] slope = new double[hz.length];
        if (what == 2 && shapes.get(band) != FilterShape.BELL) {
            return slope;
        }
        double[] beside = x.clone();
        beside[1 + 3 * band + what] += STEP[what];
        double[] there = curve(band, beside);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (there[i] - curves[band][i]) / STEP[what];
        }
        return slope;
    }

    private double[] moved(double[] by, int firstBand) {
        double[] moved = x.clone();
        for (int u = 0; u + 1 < by.length; u++) {
            int at = 1 + 3 * firstBand + u;
            moved[at] = clamp(u % 3, moved[at] + by[u]);
        }
        moved[0] += by[by.length - 1];
        return moved;
    }

    private double[][] curvesOf(double[] y, int firstBand) {
        double[][] all = curves.clone();
        for (int band = firstBand; band < all.length; band++) {
            all[band] = curve(band, y);
        }
        return all;
    }

    private double[] curve(int band, double[] y) {
        int at = 1 + 3 * band;
        prototype.set(shapes.get(band), StrictMath.exp(y[at]), y[at + 1], StrictMath.exp(y[at + 2]), 12);
        double[] db = new double[hz.length];
        for (int i = 0; i < db.length; i++) {
            db[i] = 10 * StrictMath.log10(prototype.magnitudeSquared(hz[i]));
        }
        return db;
    }

    private double[] residual(double[] y, double[][] of) {
        double[] residual = new double[hz.length];
        for (int i = 0; i < residual.length; i++) {
            double sum = y[0];
            for (double[] curve : of) {
                sum += curve[i];
            }
            residual[i] = targetDb[i] - sum;
        }
        return residual;
    }

    private double error(double[] y, double[][] of) {
        double sum = 0;
        for (double r : residual(y, of)) {
            sum += r * r;
        }
        for (int at = 2; at < y.length; at += 3) {
            sum += GAIN_COST * hz.length * y[at] * y[at];
        }
        return sum;
    }

    private static double clamp(int what, double value) {
        return Math.max(LOWEST[what], Math.min(HIGHEST[what], value));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
