package io.arioso.testkit.analysis;

/**
 * Everything that is not the sine that went in: the least-squares sine and constant are taken away, the rest is
 * compared with the sine. Exact for any number of periods, so no window is needed.
 *
 * @param amplitude peak of the sine that was found
 * @param restRms root mean square of the rest
 * @param db the rest relative to the sine, both root mean square, in decibels
 */
public record ThdPlusNoise(double amplitude, double restRms, double db) {

    /** Analyses a whole signal. */
    public static ThdPlusNoise of(float[] signal, double hertz, double rate) {
        return of(signal, 0, signal.length, hertz, rate);
    }

    /**
     * Analyses a stretch of a signal, best some hundred periods long.
     *
     * @param from first frame
     * @param to frame behind the last
     */
    public static ThdPlusNoise of(float[] signal, int from, int to, double hertz, double rate) {
        int frames = to - from;
        double[] sine = new double[frames];
        double[] cosine = new double[frames];
        double turn = 2 * Math.PI * hertz / rate;
        for (int frame = 0; frame < frames; frame++) {
            sine[frame] = StrictMath.sin(turn * frame);
            cosine[frame] = StrictMath.cos(turn * frame);
        }
        double[] rest = new double[frames];
        for (int frame = 0; frame < frames; frame++) rest[frame] = signal[from + frame];
        double[] found = new double[3];
        // Three passes of projection instead of one solved system: the bases are all but orthogonal.
        for (int pass = 0; pass < 3; pass++) project(rest, sine, cosine, found);
        double amplitude = Math.sqrt(found[0] * found[0] + found[1] * found[1]);
        double squares = 0;
        for (double value : rest) squares += value * value;
        double rms = Math.sqrt(squares / frames);
        return new ThdPlusNoise(amplitude, rms, 20 * StrictMath.log10(rms / (amplitude / Math.sqrt(2))));
    }

    private static void project(double[] rest, double[] sine, double[] cosine, double[] found) {
        found[0] += takeAway(rest, sine);
        found[1] += takeAway(rest, cosine);
        double mean = 0;
        for (double value : rest) mean += value;
        mean /= rest.length;
        found[2] += mean;
        for (int frame = 0; frame < rest.length; frame++) rest[frame] -= mean;
    }

    private static double takeAway(double[] rest, double[] basis) {
        double product = 0;
        double square = Double.MIN_NORMAL;
        for (int frame = 0; frame < rest.length; frame++) {
            product += rest[frame] * basis[frame];
            square += basis[frame] * basis[frame];
        }
        double share = product / square;
        for (int frame = 0; frame < rest.length; frame++) rest[frame] -= share * basis[frame];
        return share;
    }
}
