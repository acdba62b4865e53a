package io.arioso.plugins.widener;

import io.arioso.dsp.stereo.VelvetNoise;

/**
 * Finds the seed of the velvet noise: the one whose left and right deviate least from flat third octaves and from
 * unrelated octaves, at several sample rates. A program to be run by hand; its result is
 * {@link Decorrelator#VELVET_SEED}.
 */
final class VelvetSeedSearch {
    private static final double[] RATES = {48_000, 44_100, 96_000};
    private static final double LOW_DB = 3;
    private static final double HIGH_DB = 1.5;
    private static final double CORRELATION = 0.1;

    private VelvetSeedSearch() {
    }

    /** Tries so many seeds (the first argument) from 1 on and prints each that is better than those before. */
    public static void main(String[] args) {
        double best = Double.POSITIVE_INFINITY;
        for (long seed = 1; seed <= Long.parseLong(args[0]); seed++) {
            double worst = 0;
            for (int i = 0; i < RATES.length && worst < best; i++) {
                worst = Math.max(worst, badness(seed, RATES[i]));
            }
            if (worst < best) {
                best = worst;
                StereoImpulse found = impulse(seed, RATES[0]);
                System.out.printf("seed %d: %.2f dB below 1 kHz, %.2f dB above, correlation %.3f%n", seed,
                    found.deviationDb(315, 1000), found.deviationDb(1000, 16_000), found.largestCorrelation());
            }
        }
    }

    /** At most 1 if all bounds are kept. */
    static double badness(long seed, double rate) {
        StereoImpulse impulse = impulse(seed, rate);
        return Math.max(Math.max(impulse.deviationDb(315, 1000) / LOW_DB, impulse.deviationDb(1000, 16_000) / HIGH_DB),
            impulse.largestCorrelation() / CORRELATION);
    }

    /** Mid plus and minus velvet noise. */
    static StereoImpulse impulse(long seed, double rate) {
        VelvetNoise velvet = new VelvetNoise(rate, Decorrelator.VELVET_SECONDS, Decorrelator.VELVET_DENSITY,
            Decorrelator.VELVET_DECAY_DB, seed);
        float[] left = new float[velvet.delayFrames(velvet.pulses() - 1) + 1];
        float[] right = new float[left.length];
        left[0] = 1;
        right[0] = 1;
        for (int i = 0; i < velvet.pulses(); i++) {
            left[velvet.delayFrames(i)] += velvet.gain(i);
            right[velvet.delayFrames(i)] -= velvet.gain(i);
        }
        return new StereoImpulse(left, right, rate);
    }
}
