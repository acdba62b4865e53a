package io.arioso.benchmark.peers;

import java.util.Random;

/** The signals that every contender hears; 48 kHz, stereo unless said. */
final class Signal {
    static final int RATE = 48_000;

    private Signal() {
    }

    /** An impulse at one second, when every peer's smoothing has settled. */
    static float[][] impulse(double seconds, double level) {
        float[] channel = new float[(int) (seconds * RATE)];
        channel[RATE] = (float) level;
        return both(channel);
    }

    /** A sine from the first frame on. */
    static float[] sine(double hertz, double seconds, double peakDb, double degrees) {
        float[] channel = new float[(int) (seconds * RATE)];
        double peak = StrictMath.pow(10, peakDb / 20);
        for (int i = 0; i < channel.length; i++)
            channel[i] = (float) (peak * StrictMath.sin(2 * Math.PI * hertz * i / RATE + StrictMath.toRadians(degrees)));
        return channel;
    }

    /** White Gaussian noise. */
    static float[] noise(double seconds, double rmsDb, long seed) {
        Random random = new Random(seed);
        float[] channel = new float[(int) (seconds * RATE)];
        double rms = StrictMath.pow(10, rmsDb / 20);
        for (int i = 0; i < channel.length; i++) channel[i] = (float) (rms * random.nextGaussian());
        return channel;
    }

    static float[][] both(float[] channel) {
        return new float[][] {channel, channel.clone()};
    }

    /** A part of a channel. */
    static float[] part(float[] channel, double fromSeconds, double toSeconds) {
        return java.util.Arrays.copyOfRange(channel, (int) (fromSeconds * RATE), (int) (toSeconds * RATE));
    }

    static double rmsDb(float[] channel) {
        double sum = 0;
        for (float sample : channel) sum += (double) sample * sample;
        return 10 * StrictMath.log10(sum / channel.length);
    }
}
