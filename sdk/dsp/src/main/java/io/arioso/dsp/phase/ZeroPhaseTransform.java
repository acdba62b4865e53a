package io.arioso.dsp.phase;

import java.util.Arrays;

/**
 * The impulse response of a real, even spectrum about its centre, in steps of bounded work: what a long transform gives
 * at once, too long for an audio thread's block.
 *
 * <p>With M = R S grid points, bin k = R q + r: the response is the sum over r of e^(2πi rn/M) times the transform of S
 * points over q. r and R - r give conjugates, so only r = 0..R/2 are transformed; and only the first points n are made.
 * No allocation after construction; not thread-safe.
 */
final class ZeroPhaseTransform {
    private static final int LONGEST = 4096;
    /** Points added in one step. */
    private static final int CHUNK = 8192;

    private final int grid;
    private final int parts;
    private final FourierTransform transform;
    private final double[] turnRe;
    private final double[] turnIm;
    private final double[] re;
    private final double[] im;
    private final double[] response;

    private double[] magnitude;
    private int part;
    private int done;
    private double phasorRe;
    private double phasorIm;

    /**
     * A transform.
     *
     * @param grid   points of the whole spectrum, a power of two from 4
     * @param points points of the response, from its centre on, at most half of the grid
     */
    ZeroPhaseTransform(int grid, int points) {
        this.grid = grid;
        int size = Math.min(LONGEST, grid / 2);
        parts = grid / size;
        transform = new FourierTransform(size);
        turnRe = new double[parts / 2 + 1];
        turnIm = new double[parts / 2 + 1];
        for (int r = 0; r < turnRe.length; r++) {
            turnRe[r] = StrictMath.cos(2 * StrictMath.PI * r / grid);
            turnIm[r] = StrictMath.sin(2 * StrictMath.PI * r / grid);
        }
        re = new double[size];
        im = new double[size];
        response = new double[points];
    }

    /** Starts on a spectrum from 0 to half of the grid, {@code grid / 2 + 1} values that must stay as they are. */
    void begin(double[] newMagnitude) {
        magnitude = newMagnitude;
        part = 0;
        done = 0;
        Arrays.fill(response, 0);
    }

    /** Works on: one short transform, or one stretch of its sum. Returns whether the response is complete. */
    boolean step() {
        if (part > parts / 2) {
            return true;
        }
        if (done == 0) {
            transformPart();
            phasorRe = 1;
            phasorIm = 0;
        }
        int to = Math.min(response.length, done + CHUNK);
        add(done, to);
        done = to;
        if (done == response.length) {
            done = 0;
            part++;
        }
        return part > parts / 2;
    }

    /** The response from its centre on; valid until the next start. */
    double[] response() {
        return response;
    }

    private void transformPart() {
        for (int q = 0; q < re.length; q++) {
            int k = parts * q + part;
            re[q] = magnitude[k <= grid / 2 ? k : grid - k];
            im[q] = 0;
        }
        transform.inverse(re, im);
    }

    private void add(int from, int to) {
        double weight = (part == 0 || part == parts / 2 ? 1.0 : 2.0) / grid;
        int mask = re.length - 1;
        double stepRe = turnRe[part];
        double stepIm = turnIm[part];
        double c = phasorRe;
        double s = phasorIm;
        for (int n = from; n < to; n++) {
            response[n] += weight * (re[n & mask] * c - im[n & mask] * s);
            double next = c * stepRe - s * stepIm;
            s = c * stepIm + s * stepRe;
            c = next;
        }
        phasorRe = c;
        phasorIm = s;
    }
}
