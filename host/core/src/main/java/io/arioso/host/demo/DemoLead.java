package io.arioso.host.demo;

/** A melody with vibrato and an echo; enters in bar five. */
final class DemoLead {
    private static final int[] KEYS = {76, 0, 79, 76, 74, 0, 72, 0, 69, 0, 72, 74, 76, 0, 74, 72};
    private static final int FIRST_STEP = 4 * DemoSong.STEPS_A_BAR;
    private static final int ECHO_FRAMES = DemoSong.STEP_FRAMES * 3;

    float[][] render(int frames) {
        float[] dry = new float[frames];
        for (int step = FIRST_STEP; step * DemoSong.STEP_FRAMES < frames; step += 2) {
            int key = KEYS[step / 2 % KEYS.length];
            if (key > 0) note(dry, step * DemoSong.STEP_FRAMES, key);
        }
        return echoes(dry);
    }

    private static void note(float[] out, int start, int key) {
        double increment = Wave.hertz(key) / DemoSong.SAMPLE_RATE;
        double keep = Wave.decay(0.8, DemoSong.SAMPLE_RATE);
        double level = 0.16;
        double phase = 0;
        for (int at = start; at < out.length && level > 1e-5 && at < start + DemoSong.STEP_FRAMES * 6; at++) {
            double vibrato = 1 + 0.004 * Wave.sine(5.5 * (at - start) / DemoSong.SAMPLE_RATE);
            phase += increment * vibrato;
            double attack = Math.min(1, (at - start) / 200.0);
            double end = Math.min(1, (start + DemoSong.STEP_FRAMES * 6 - at) / 400.0);
            double tone = Wave.sine(phase) + 0.35 * Wave.sine(2 * phase) + 0.15 * Wave.sine(3 * phase);
            out[at] += (float) (level * attack * end * tone);
            level *= keep;
        }
    }

    private static float[][] echoes(float[] dry) {
        float[][] out = {dry.clone(), dry.clone()};
        double level = 0.4;
        for (int echo = 1; echo <= 4; echo++, level *= 0.5) {
            float[] side = out[echo % 2];
            int late = echo * ECHO_FRAMES;
            for (int at = late; at < dry.length; at++) side[at] += (float) (level * dry[at - late]);
        }
        return out;
    }
}
