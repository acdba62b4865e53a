package io.arioso.dsp.reverb;

import java.util.Arrays;

/**
 * How fast sound dies at six frequencies, and the shelves that make one delay line obey.
 *
 * <p>Sound that passes a line of m frames must fall by 60 m / (rate T60(f)) dB (Jot, 1991). Five second-order shelves at
 * the crossings between the six bands and one gain draw that curve through all six points. A shelf of gain G has
 * |H|² = (1 + G x⁴) / (1 + x⁴ / G), x = tan(π f / rate) / tan(π crossing / rate): nearly proportional in decibels, so a
 * few corrections by the error settle it.
 */
final class DecayCurve {
    /** Centres of the bands in Hz. */
    static final double[] BAND_HZ = {100, 250, 630, 1600, 4000, 10_000};
    /** Number of bands. */
    static final int BANDS = BAND_HZ.length;
    /** Number of shelves. */
    static final int SHELVES = BANDS - 1;

    private static final double HIGHEST_SHARE_OF_RATE = 0.45;
    private static final double STEEPEST_DB = 60;
    private static final int CORRECTIONS = 12;
    /** A shelf below this share of the largest is left out. */
    private static final double NEGLIGIBLE = 0.05;

    private final double sampleRate;
    private final double[] tangents = new double[SHELVES];
    private final double[][] x4 = new double[SHELVES][BANDS];
    private final double[] seconds = new double[BANDS];
    private final boolean[] active = new boolean[SHELVES];
    private final double[] shelfDb = new double[SHELVES];
    private final double[] wantedDb = new double[BANDS];
    private final double[] drawnDb = new double[BANDS];
    private double baseDb;

    /** A curve of two seconds everywhere, at a rate in frames a second. */
    DecayCurve(double sampleRate) {
        this.sampleRate = sampleRate;
        Arrays.fill(seconds, 2);
        double highest = HIGHEST_SHARE_OF_RATE * sampleRate;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            double crossing = Math.sqrt(BAND_HZ[shelf] * BAND_HZ[shelf + 1]);
            tangents[shelf] = StrictMath.tan(Math.PI * Math.min(crossing, highest) / sampleRate);
            for (int band = 0; band < BANDS; band++) {
                double x = StrictMath.tan(Math.PI * Math.min(BAND_HZ[band], highest) / sampleRate) / tangents[shelf];
                x4[shelf][band] = x * x * x * x;
            }
        }
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

    /** Level that a pass of so many frames must change a band by, in decibels. */
    double passDb(int band, double frames) {
        return -60 * frames / (sampleRate * seconds[band]);
    }

    /** Finds which shelves are needed at all; to be called when the times have changed. */
    int chooseShelves() {
        Arrays.fill(active, true);
        draw(1e-3 * sampleRate);
        double largest = 0;
        for (double db : shelfDb) {
            largest = Math.max(largest, Math.abs(db));
        }
        int count = 0;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            active[shelf] = largest > 1e-9 && Math.abs(shelfDb[shelf]) > NEGLIGIBLE * largest;
            count += active[shelf] ? 1 : 0;
        }
        return count;
    }

    /** Designs the shelves of a line and stores them. */
    void design(int line, int frames, double sign, AbsorptionBank into) {
        draw(frames);
        double gain = sign * StrictMath.pow(10, baseDb / 20);
        int section = 0;
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            if (active[shelf]) {
                gain *= store(shelf, line, section++, into);
            }
        }
        into.setGain(line, gain);
    }

    /** Draws the curve of a line: fixed-point corrections of base and shelves by the error at the bands. */
    private void draw(double frames) {
        for (int band = 0; band < BANDS; band++) {
            wantedDb[band] = passDb(band, frames);
        }
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            shelfDb[shelf] = active[shelf] ? limit(wantedDb[shelf + 1] - wantedDb[shelf]) : 0;
        }
        baseDb = wantedDb[0];
        for (int correction = 0; correction < CORRECTIONS; correction++) {
            measure();
            for (int shelf = 0; shelf < SHELVES; shelf++) {
                if (active[shelf]) {
                    double error = wantedDb[shelf + 1] - drawnDb[shelf + 1] - (wantedDb[shelf] - drawnDb[shelf]);
                    shelfDb[shelf] = limit(shelfDb[shelf] + error);
                }
            }
            measure();
            double error = 0;
            for (int band = 0; band < BANDS; band++) {
                error += wantedDb[band] - drawnDb[band];
            }
            baseDb += error / BANDS;
        }
    }

    private void measure() {
        Arrays.fill(drawnDb, baseDb);
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            if (shelfDb[shelf] != 0) {
                double gain = StrictMath.pow(10, shelfDb[shelf] / 20);
                for (int band = 0; band < BANDS; band++) {
                    double power = x4[shelf][band];
                    drawnDb[band] += 10 * StrictMath.log10((1 + gain * power) / (1 + power / gain));
                }
            }
        }
    }

    private static double limit(double db) {
        return Math.max(-STEEPEST_DB, Math.min(STEEPEST_DB, db));
    }

    /** Bilinear transform of (√G s² + √2 G^¼ s + 1) / (s²/√G + √2 G^-¼ s + 1); returns the gain taken out of it. */
    private double store(int shelf, int line, int section, AbsorptionBank into) {
        double k = tangents[shelf];
        double root = StrictMath.pow(10, shelfDb[shelf] / 40);
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
