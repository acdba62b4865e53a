package io.arioso.dsp.reverb;

import java.util.Arrays;

/**
 * How fast sound dies at six frequencies, and the shelves that make one delay line obey.
 *
 * <p>Sound that passes a line of m frames must fall by 60 m / (rate T60(f)) dB (Jot, 1991). Five second-order shelves at
 * the crossings between the six bands and one gain draw that curve through all six points. A shelf of gain G has
 * |H|² = (1 + G x⁴) / (1 + x⁴ / G), x = tan(π f / rate) / tan(π crossing / rate): nearly proportional in decibels, so a
 * few steps of Newton's method settle it. Levels are in nepers, natural logarithms of gains.
 */
final class DecayCurve {
    /** Centres of the bands in Hz. */
    static final double[] BAND_HZ = {100, 250, 630, 1600, 4000, 10_000};
    /** Number of bands. */
    static final int BANDS = BAND_HZ.length;
    /** Number of shelves. */
    static final int SHELVES = BANDS - 1;

    private static final double HIGHEST_SHARE_OF_RATE = 0.45;
    /** 60 dB. */
    private static final double NEPERS = 3 * StrictMath.log(10);
    private static final double STEEPEST = NEPERS;
    private static final int CORRECTIONS = 6;
    /** A shelf below this share of the loss of the longest band is left out. */
    private static final double NEGLIGIBLE = 0.04;
    /** A pass so short that shelves are proportional to what is asked. */
    private static final double NOMINAL_SECONDS = 1e-4;
    /** What of the longest band's loss must be left wherever the curve rises above it between two bands. */
    private static final double CEILING = 0.7;
    /** Points between the bands and beyond them where the curve is watched too. */
    private static final int WATCHED_BETWEEN = 4;
    private static final int WATCHED = BANDS + SHELVES * WATCHED_BETWEEN + 2;

    private final double sampleRate;
    private final double[] tangents = new double[SHELVES];
    /** x⁴ of each shelf at the bands, then at the other watched places. */
    private final double[][] x4 = new double[SHELVES][WATCHED];
    private final double[] seconds = new double[BANDS];
    private final boolean[] active = new boolean[SHELVES];
    private final double[][] inverse = new double[SHELVES][SHELVES];
    private final double[][] slopes = new double[SHELVES][SHELVES];
    private final double[] shelves = new double[SHELVES];
    private final double[] errors = new double[SHELVES];
    private final double[] wanted = new double[BANDS];
    private final double[] drawn = new double[WATCHED];
    private double base;

    /** A curve of two seconds everywhere, at a rate in frames a second. */
    DecayCurve(double sampleRate) {
        this.sampleRate = sampleRate;
        Arrays.fill(seconds, 2);
        double highest = HIGHEST_SHARE_OF_RATE * sampleRate;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            double crossing = Math.sqrt(BAND_HZ[shelf] * BAND_HZ[shelf + 1]);
            tangents[shelf] = StrictMath.tan(Math.PI * Math.min(crossing, highest) / sampleRate);
            for (int point = 0; point < WATCHED - 2; point++) {
                double x = StrictMath.tan(Math.PI * Math.min(hertz(point), highest) / sampleRate) / tangents[shelf];
                x4[shelf][point] = x * x * x * x;
            }
            x4[shelf][WATCHED - 2] = 0;
            x4[shelf][WATCHED - 1] = 1e12;
        }
    }

    private static double hertz(int point) {
        if (point < BANDS) {
            return BAND_HZ[point];
        }
        int shelf = (point - BANDS) / WATCHED_BETWEEN;
        double place = ((point - BANDS) % WATCHED_BETWEEN + 1.0) / (WATCHED_BETWEEN + 1);
        return BAND_HZ[shelf] * StrictMath.pow(BAND_HZ[shelf + 1] / BAND_HZ[shelf], place);
    }

    /** Sets the time of a band in seconds for 60 dB. */
    void setSeconds(int band, double t60) {
        seconds[band] = t60;
    }

    double seconds(int band) {
        return seconds[band];
    }

    double longestSeconds() {
        double longest = 0;
        for (double time : seconds) {
            longest = Math.max(longest, time);
        }
        return longest;
    }

    /** What a pass of so many frames must leave of a tone in a band. */
    double passGain(int band, double frames) {
        return StrictMath.exp(pass(seconds[band], frames));
    }

    /** In nepers. */
    private double pass(double t60, double frames) {
        return -NEPERS * frames / (sampleRate * t60);
    }

    /** Finds which shelves are needed at all; to be called when the times have changed. */
    int chooseShelves() {
        Arrays.fill(active, true);
        invertSlopes();
        draw(NOMINAL_SECONDS * sampleRate);
        double least = -NEGLIGIBLE * pass(longestSeconds(), NOMINAL_SECONDS * sampleRate);
        int count = 0;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            active[shelf] = Math.abs(shelves[shelf]) > least;
            count += active[shelf] ? 1 : 0;
        }
        invertSlopes();
        return count;
    }

    /**
     * How much each small shelf lifts each band over its lower neighbour, inverted after Gauss and Jordan; it is
     * diagonally dominant, so no pivots are searched. Shelves that are left out get the rows of the unit matrix.
     */
    private void invertSlopes() {
        for (int row = 0; row < SHELVES; row++) {
            for (int shelf = 0; shelf < SHELVES; shelf++) {
                boolean used = active[row] && active[shelf];
                slopes[row][shelf] = used ? share(shelf, row + 1) - share(shelf, row) : row == shelf ? 1 : 0;
                inverse[row][shelf] = row == shelf ? 1 : 0;
            }
        }
        for (int pivot = 0; pivot < SHELVES; pivot++) {
            double scale = 1 / slopes[pivot][pivot];
            for (int column = 0; column < SHELVES; column++) {
                slopes[pivot][column] *= scale;
                inverse[pivot][column] *= scale;
            }
            for (int row = 0; row < SHELVES; row++) {
                double factor = row == pivot ? 0 : slopes[row][pivot];
                for (int column = 0; column < SHELVES; column++) {
                    slopes[row][column] -= factor * slopes[pivot][column];
                    inverse[row][column] -= factor * inverse[pivot][column];
                }
            }
        }
    }

    private double share(int shelf, int band) {
        return x4[shelf][band] / (1 + x4[shelf][band]);
    }

    /** Designs the shelves of a line and stores them. */
    void design(int line, int frames, double sign, AbsorptionBank into) {
        draw(frames);
        double gain = sign * StrictMath.exp(base);
        int section = 0;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            if (active[shelf]) {
                gain *= store(shelf, line, section++, into);
            }
        }
        into.setGain(line, gain);
    }

    /** Draws the curve of a line by Newton's method with the slopes of small shelves. */
    private void draw(double frames) {
        for (int band = 0; band < BANDS; band++) {
            wanted[band] = pass(seconds[band], frames);
        }
        Arrays.fill(shelves, 0);
        base = 0;
        for (int correction = 0; correction < CORRECTIONS; correction++) {
            measure(BANDS);
            for (int shelf = 0; shelf < SHELVES; shelf++) {
                errors[shelf] = wanted[shelf + 1] - drawn[shelf + 1] - (wanted[shelf] - drawn[shelf]);
            }
            for (int shelf = 0; shelf < SHELVES; shelf++) {
                double step = 0;
                for (int row = 0; row < SHELVES; row++) {
                    step += active[row] ? inverse[shelf][row] * errors[row] : 0;
                }
                shelves[shelf] = active[shelf] ? limit(shelves[shelf] + step) : 0;
            }
        }
        measure(BANDS);
        double error = 0;
        for (int band = 0; band < BANDS; band++) {
            error += wanted[band] - drawn[band];
        }
        base += error / BANDS;
        stayBelow(pass(longestSeconds(), frames));
    }

    /** Where six points ask for more than shelves can do, nothing may last longer than the longest of them. */
    private void stayBelow(double ceiling) {
        measure(WATCHED);
        double highest = Double.NEGATIVE_INFINITY;
        for (double level : drawn) {
            highest = Math.max(highest, level);
        }
        base -= Math.max(0, highest - ceiling * CEILING);
    }

    private void measure(int points) {
        Arrays.fill(drawn, base);
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            if (shelves[shelf] != 0) {
                double gain = StrictMath.exp(shelves[shelf]);
                for (int point = 0; point < points; point++) {
                    double power = x4[shelf][point];
                    drawn[point] += 0.5 * StrictMath.log((1 + gain * power) / (1 + power / gain));
                }
            }
        }
    }

    private static double limit(double nepers) {
        return Math.max(-STEEPEST, Math.min(STEEPEST, nepers));
    }

    /** Bilinear transform of (√G s² + √2 G^¼ s + 1) / (s²/√G + √2 G^-¼ s + 1); returns the gain taken out of it. */
    private double store(int shelf, int line, int section, AbsorptionBank into) {
        double k = tangents[shelf];
        double root = StrictMath.exp(shelves[shelf] / 2);
        double middle = Math.sqrt(2 * root) * k;
        double b0 = root + middle + k * k;
        double b1 = 2 * (k * k - root);
        double b2 = root - middle + k * k;
        double inverse = 1 / root;
        double damping = Math.sqrt(2 * inverse) * k;
        double a0 = inverse + damping + k * k;
        double a1 = 2 * (k * k - inverse);
        double a2 = inverse - damping + k * k;
        into.setSection(line, section, b1 / b0, b2 / b0, a1 / a0, a2 / a0);
        return b0 / a0;
    }
}
