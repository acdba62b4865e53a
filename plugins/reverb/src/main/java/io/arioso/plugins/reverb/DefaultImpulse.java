package io.arioso.plugins.reverb;

import java.util.Random;

/**
 * The impulse response that is heard until the user brings one: two seconds of decaying stereo noise that grows dull.
 */
final class DefaultImpulse {
    private static final int RATE = 48_000;
    private static final int FRAMES = 2 * RATE;
    private static final long SEED = 1;
    /** Decay of 60 dB within 1.8 s for the low half of the spectrum, 0.6 s for the high one. */
    private static final double LOW_FALL = perFrame(1.8);
    private static final double HIGH_FALL = perFrame(0.6);
    /** One-pole split at some 2 kHz. */
    private static final double SPLIT = 0.23;

    private DefaultImpulse() {
    }

    private static double perFrame(double seconds) {
        return StrictMath.pow(10, -3 / (seconds * RATE));
    }

    /** The one there is; made when first asked for. [main-thread] */
    static ImpulseResponse get() {
        return Holder.IMPULSE;
    }

    private static final class Holder {
        static final ImpulseResponse IMPULSE = make();
    }

    private static ImpulseResponse make() {
        Random random = new Random(SEED);
        float[][] channels = new float[2][FRAMES];
        for (float[] channel : channels) fill(channel, random);
        return new ImpulseResponse("built-in", RATE, channels);
    }

    private static void fill(float[] channel, Random random) {
        double low = 0;
        double lowGain = 1;
        double highGain = 1;
        for (int frame = 0; frame < channel.length; frame++) {
            double noise = 2 * random.nextDouble() - 1;
            low += SPLIT * (noise - low);
            channel[frame] = (float) (lowGain * low + highGain * (noise - low));
            lowGain *= LOW_FALL;
            highGain *= HIGH_FALL;
        }
    }
}
