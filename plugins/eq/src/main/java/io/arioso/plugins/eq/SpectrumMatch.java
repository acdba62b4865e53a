package io.arioso.plugins.eq;

import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.CurveMatch;
import io.arioso.dsp.filter.FilterShape;
import java.util.Arrays;
import java.util.List;

/** Sets bands that are off so that one long-term spectrum takes the form of another. [main-thread] */
final class SpectrumMatch {
    /** What is this far below the loudest band of a spectrum is noise or nothing, and nothing to be matched. */
    private static final double DEPTH_DB = 50;
    private static final int FEWEST_POINTS = 12;

    private final List<Band> bands;

    SpectrumMatch(List<Band> bands) {
        this.bands = bands;
    }

    /** Sets at most so many bands. Returns the root mean square of what is left, in decibels. */
    double apply(double[] hertz, double[] programmeDb, double[] referenceDb, int count) {
        if (programmeDb.length != hertz.length || referenceDb.length != hertz.length) {
            throw new IllegalArgumentException("match: " + hertz.length + " frequencies, " + programmeDb.length
                    + " and " + referenceDb.length + " levels are not equal numbers");
        }
        List<Band> free = bands.stream().filter(band -> !band.on().on()).limit(count).toList();
        if (free.size() < count) {
            throw new IllegalArgumentException("match: " + free.size() + " bands are off, " + count
                    + " were asked for");
        }
        CurveMatch.Result found = fit(hertz, programmeDb, referenceDb, count);
        for (int i = 0; i < found.bands().size(); i++) {
            set(free.get(i), found.bands().get(i));
        }
        return found.rmsDb();
    }

    private static CurveMatch.Result fit(double[] hertz, double[] programmeDb, double[] referenceDb, int count) {
        double programmeFloor = floor(programmeDb);
        double referenceFloor = floor(referenceDb);
        double[] hz = new double[hertz.length];
        double[] db = new double[hertz.length];
        int points = 0;
        for (int i = 0; i < hertz.length; i++) {
            if (programmeDb[i] > programmeFloor && referenceDb[i] > referenceFloor) {
                hz[points] = hertz[i];
                db[points++] = referenceDb[i] - programmeDb[i];
            }
        }
        if (points < FEWEST_POINTS) {
            throw new IllegalArgumentException("match: " + points + " of " + hertz.length
                    + " frequencies are heard in both, at least " + FEWEST_POINTS + " are needed");
        }
        return CurveMatch.fit(Arrays.copyOf(hz, points), Arrays.copyOf(db, points), count, true);
    }

    private static double floor(double[] levelsDb) {
        return Arrays.stream(levelsDb).max().orElse(Double.NEGATIVE_INFINITY) - DEPTH_DB;
    }

    private static void set(Band band, BandSettings settings) {
        band.type().set(type(settings.shape()));
        band.hz().set(settings.frequencyHz());
        band.gainDb().set(settings.gainDb());
        band.q().set(settings.q());
        band.slope().set(settings.slopeDbPerOctave());
        band.place().set(BandPlace.STEREO);
        band.on().set(true);
    }

    private static BandType type(FilterShape shape) {
        return Arrays.stream(BandType.values()).filter(type -> type.shape() == shape).findFirst().orElseThrow();
    }
}
