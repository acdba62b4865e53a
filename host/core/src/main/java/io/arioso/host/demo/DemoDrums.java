package io.arioso.host.demo;

import java.util.SplittableRandom;

/** Kick on each beat, snare on two and four, hats on the off-beats. */
final class DemoDrums {
    private static final String KICK = "x...x...x...x...";
    private static final String SNARE = "....x.......x..g";
    private static final String HAT = "..x...x...x...xx";

    private final SplittableRandom random = new SplittableRandom(4711);

    float[][] render(int frames) {
        float[][] out = new float[2][frames];
        for (int step = 0; step * DemoSong.STEP_FRAMES < frames; step++) {
            int at = step * DemoSong.STEP_FRAMES;
            int place = step % DemoSong.STEPS_A_BAR;
            if (KICK.charAt(place) == 'x') kick(out, at);
            if (SNARE.charAt(place) != '.') snare(out, at, SNARE.charAt(place) == 'x' ? 0.4 : 0.12);
            if (HAT.charAt(place) == 'x') hat(out, at);
        }
        return out;
    }

    private void kick(float[][] out, int start) {
        double phase = 0;
        double level = 0.55;
        double sweep = 180;
        double keepLevel = Wave.decay(0.32, DemoSong.SAMPLE_RATE);
        double keepSweep = Wave.decay(0.12, DemoSong.SAMPLE_RATE);
        for (int at = start; at < out[0].length && level > 1e-5; at++) {
            phase += (48 + sweep) / DemoSong.SAMPLE_RATE;
            float value = (float) (level * Wave.sine(phase));
            out[0][at] += value;
            out[1][at] += value;
            level *= keepLevel;
            sweep *= keepSweep;
        }
    }

    private void snare(float[][] out, int start, double loudness) {
        double level = loudness;
        double keep = Wave.decay(0.22, DemoSong.SAMPLE_RATE);
        double phase = 0;
        double lowLeft = 0;
        double lowRight = 0;
        for (int at = start; at < out[0].length && level > 1e-5; at++) {
            phase += 190.0 / DemoSong.SAMPLE_RATE;
            double tone = 0.4 * Wave.sine(phase);
            lowLeft += 0.45 * (random.nextDouble(-1, 1) - lowLeft);
            lowRight += 0.45 * (random.nextDouble(-1, 1) - lowRight);
            out[0][at] += (float) (level * (tone + lowLeft));
            out[1][at] += (float) (level * (tone + lowRight));
            level *= keep;
        }
    }

    private void hat(float[][] out, int start) {
        double level = 0.14;
        double keep = Wave.decay(0.07, DemoSong.SAMPLE_RATE);
        double last = 0;
        for (int at = start; at < out[0].length && level > 1e-5; at++) {
            double noise = random.nextDouble(-1, 1);
            double bright = level * (noise - last);
            last = noise;
            out[0][at] += (float) (0.6 * bright);
            out[1][at] += (float) bright;
            level *= keep;
        }
    }
}
