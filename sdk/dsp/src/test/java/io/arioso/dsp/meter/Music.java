package io.arioso.dsp.meter;

import java.util.Random;

/** Noise that behaves like music: pinkish, partly shared by the channels, its level wandering by tens of decibels. */
final class Music {
    private Music() {
    }

    static float[][] stereo(long seed, int sampleRate, double seconds) {
        Random random = new Random(seed);
        int frames = (int) (seconds * sampleRate);
        float[][] audio = new float[2][frames];
        double[] slow = new double[3];
        double level = 0.1;
        double target = 0.1;
        for (int i = 0; i < frames; i++) {
            if (i % (sampleRate / 4) == 0) {
                target = StrictMath.pow(10, -(5 + 40 * random.nextDouble() * random.nextDouble()) / 20);
            }
            level += (target - level) * 0.0005;
            for (int voice = 0; voice < 3; voice++) {
                slow[voice] += 0.08 * (random.nextDouble() * 2 - 1 - slow[voice]);
            }
            double hiss = 0.05 * (random.nextDouble() * 2 - 1);
            audio[0][i] = (float) (level * (3 * (slow[0] + 0.5 * slow[1]) + hiss));
            audio[1][i] = (float) (level * (3 * (slow[0] + 0.5 * slow[2]) - hiss));
        }
        return audio;
    }
}
