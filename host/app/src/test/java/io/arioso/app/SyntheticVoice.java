package io.arioso.app;

import java.util.SplittableRandom;

/**
 * Something like a speaker: a pulse train through three gliding formants, syllables of differing strength, sibilants,
 * pauses with a quiet room. Not for listening; its levels and spectrum move as speech does.
 */
final class SyntheticVoice {
    private static final double[][] VOWELS =
        {{730, 1090, 2440}, {270, 2290, 3010}, {530, 1840, 2480}, {570, 840, 2410}, {300, 870, 2240}};
    private static final double BANDWIDTH = 90;
    private static final double ROOM = 2e-4;

    private final SplittableRandom random = new SplittableRandom(20);
    private final double[] first = new double[3];
    private final double[] second = new double[3];
    private final double[] formants = VOWELS[0].clone();
    private double phase;
    private double hiss;

    float[][] render(int frames, int rate) {
        float[] voice = new float[frames];
        for (int at = 0; at < frames; ) {
            int length = Math.min(frames - at, (int) ((0.12 + 0.16 * random.nextDouble()) * rate));
            double kind = random.nextDouble();
            if (kind < 0.15) sibilant(voice, at, length);
            else if (kind > 0.82) pause(voice, at, length = Math.min(frames - at, 3 * length));
            else vowel(voice, at, length, rate);
            at += length;
        }
        return new float[][] {voice, voice.clone()};
    }

    private void vowel(float[] voice, int from, int length, int rate) {
        double[] goal = VOWELS[random.nextInt(VOWELS.length)];
        double pitch = 100 + 50 * random.nextDouble();
        double strength = 0.25 + 0.75 * random.nextDouble();
        for (int i = 0; i < length; i++) {
            phase += pitch / rate;
            double pulse = phase >= 1 ? 1 : 0;
            phase -= pulse;
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                formants[k] += (goal[k] - formants[k]) * 0.001;
                sum += resonate(k, pulse, rate) / (k + 1);
            }
            voice[from + i] += (float) (sum * strength * swell(i, length) + room());
        }
    }

    /** y = x + 2 r cos(w) y1 - r² y2. */
    private double resonate(int k, double x, int rate) {
        double r = StrictMath.exp(-Math.PI * BANDWIDTH / rate);
        double y = x + 2 * r * StrictMath.cos(2 * Math.PI * formants[k] / rate) * first[k] - r * r * second[k];
        second[k] = first[k];
        first[k] = y;
        return y;
    }

    private void sibilant(float[] voice, int from, int length) {
        for (int i = 0; i < length; i++) {
            double white = random.nextDouble() - 0.5;
            voice[from + i] += (float) (1.2 * (white - hiss) * swell(i, length) + room());
            hiss = white;
        }
    }

    private void pause(float[] voice, int from, int length) {
        for (int i = 0; i < length; i++) voice[from + i] += (float) room();
    }

    private double room() {
        return ROOM * (random.nextDouble() - 0.5);
    }

    private static double swell(int at, int length) {
        double place = (double) at / length;
        return Math.min(1, 6 * Math.min(place, 1 - place));
    }
}
