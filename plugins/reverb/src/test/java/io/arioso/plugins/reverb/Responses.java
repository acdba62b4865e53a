package io.arioso.plugins.reverb;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.analysis.DecayTime;
import io.arioso.testkit.analysis.EchoDensity;
import io.arioso.testkit.analysis.OctaveBand;
import io.arioso.testkit.signal.Signals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fully wet impulse responses of the reverb, and what tests and plots measure on them. */
final class Responses {
    /** Settings without what is not the room: only the late sound, nothing delayed, nothing moving. */
    static final String[] PLAIN = {"mix=100", "predelay_ms=0", "early=0", "mod_depth=0", "decay_10k=100"};

    /** Rooms that are averaged over, relative to the nominal size. */
    static final double[] SIZES = {0.96, 1, 1.04};

    private Responses() {
    }

    /** The stereo response to an impulse in both channels. */
    static float[][] mono(double rate, double seconds, String... settings) {
        float[] impulse = Signals.impulse((int) (seconds * rate), 0, 1);
        return harness(rate, settings).render(impulse, impulse);
    }

    /** Left to left, left to right, right to left, right to right. */
    static List<float[]> four(double rate, double seconds, String... settings) {
        float[] impulse = Signals.impulse((int) (seconds * rate), 0, 1);
        float[] silence = Signals.silence(impulse.length);
        List<float[]> four = new ArrayList<>(List.of(harness(rate, settings).render(impulse, silence)));
        four.addAll(List.of(harness(rate, settings).render(silence, impulse)));
        return four;
    }

    static PluginHarness harness(double rate, String... settings) {
        return PluginHarness.of(Reverb::new).rate(rate).set(PLAIN).set(settings);
    }

    /** All four paths through rooms of slightly different size, as ISO 3382 averages over places. */
    static List<float[]> paths(double rate, double metres, double seconds, String... settings) {
        List<float[]> responses = new ArrayList<>();
        for (double size : SIZES) {
            responses.addAll(four(rate, seconds, with(settings, "size=" + metres * size)));
        }
        return responses;
    }

    /** The mean T30 of a band: one response alone strays by several per cent where few modes fall into it. */
    static double t30(List<float[]> responses, double hertz, double octaves, double rate) {
        double sum = 0;
        for (float[] response : responses) {
            sum += DecayTime.t30Seconds(OctaveBand.band(response, hertz, octaves, rate), rate);
        }
        return sum / responses.size();
    }

    private static String[] with(String[] settings, String more) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = more;
        return all;
    }

    /** The responses of both channels to mono in rooms of slightly different size. */
    static List<float[]> ensemble(double rate, double metres, double seconds, String... settings) {
        List<float[]> responses = new ArrayList<>();
        for (double size : SIZES) {
            responses.addAll(List.of(mono(rate, seconds, with(settings, "size=" + metres * size))));
        }
        return responses;
    }

    /**
     * The mean echo density of an ensemble every millisecond: in one response alone even Gaussian noise falls below 0.9
     * now and then, as a window of 20 ms holds too few samples.
     */
    static double[] density(List<float[]> responses, double seconds, double rate) {
        double[] mean = new double[(int) (1000 * seconds)];
        for (float[] response : responses) {
            double[] one = EchoDensity.curve(response, seconds, rate);
            for (int ms = 0; ms < mean.length; ms++) {
                mean[ms] += one[ms] / responses.size();
            }
        }
        return mean;
    }

    /** Milliseconds from which on a curve stays at or above a bound. */
    static int sustained(double[] densities, double bound) {
        int from = densities.length;
        while (from > 0 && densities[from - 1] >= bound) {
            from--;
        }
        return from;
    }

    static double energyDb(float[] response) {
        double energy = 0;
        for (float sample : response) {
            energy += (double) sample * sample;
        }
        return 10 * StrictMath.log10(energy);
    }

    /** The energy that is still to come, in decibels of the whole (Schroeder). */
    static double[] decayCurve(float[] response) {
        double[] curve = new double[response.length];
        double sum = 0;
        for (int frame = curve.length - 1; frame >= 0; frame--) {
            sum += (double) response[frame] * response[frame];
            curve[frame] = sum;
        }
        double whole = sum;
        for (int frame = 0; frame < curve.length; frame++) {
            curve[frame] = 10 * StrictMath.log10(curve[frame] / whole);
        }
        return curve;
    }
}
