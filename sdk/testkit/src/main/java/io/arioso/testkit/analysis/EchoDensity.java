package io.arioso.testkit.analysis;

import java.util.Arrays;

/**
 * Normalised echo density of an impulse response: the share of samples beyond one standard deviation in a sliding window
 * over the share in Gaussian noise, so 1 means that echoes can no longer be told apart (Abel and Huang, AES 121, 2006).
 */
public final class EchoDensity {
    private static final double WINDOW_SECONDS = 0.020;
    /** erfc(1 / √2), the share beyond one standard deviation in Gaussian noise. */
    private static final double GAUSSIAN_SHARE = 0.31731050786291415;

    private EchoDensity() {
    }

    /** The density at a frame, in a Hann window of 20 ms around it. */
    public static double at(float[] response, int frame, double rate) {
        int half = (int) Math.rint(WINDOW_SECONDS * rate / 2);
        double weights = 0;
        double squares = 0;
        for (int i = Math.max(0, frame - half); i < Math.min(response.length, frame + half); i++) {
            double weight = hann(i - frame, half);
            weights += weight;
            squares += weight * response[i] * response[i];
        }
        double deviation = Math.sqrt(squares / weights);
        double beyond = 0;
        for (int i = Math.max(0, frame - half); i < Math.min(response.length, frame + half); i++)
            if (Math.abs(response[i]) > deviation) beyond += hann(i - frame, half);
        return squares == 0 ? 0 : beyond / weights / GAUSSIAN_SHARE;
    }

    private static double hann(int distance, int half) {
        return 0.5 + 0.5 * StrictMath.cos(Math.PI * distance / half);
    }

    /** The densities every millisecond over so many seconds. */
    public static double[] curve(float[] response, double seconds, double rate) {
        double[] densities = new double[(int) (seconds * 1000)];
        Arrays.setAll(densities, ms -> at(response, (int) (ms * rate / 1000), rate));
        return densities;
    }

    /** Seconds from which on the density stays at or above a bound, up to the given end; the end if it never does. */
    public static double sustainedFrom(float[] response, double bound, double endSeconds, double rate) {
        double[] densities = curve(response, endSeconds, rate);
        int from = densities.length;
        while (from > 0 && densities[from - 1] >= bound) from--;
        return from / 1000.0;
    }
}
