package io.arioso.host.demo;

/** Eighths on the root of the chord: a saw through a closing low-pass. */
final class DemoBass {

    float[][] render(int frames) {
        float[][] out = new float[2][frames];
        for (int step = 0; step * DemoSong.STEP_FRAMES < frames; step += 2)
            note(out, step * DemoSong.STEP_FRAMES, DemoSong.chordAt(step)[0] - 24 + (step % 8 == 6 ? 12 : 0));
        return out;
    }

    private static void note(float[][] out, int start, int key) {
        double increment = Wave.hertz(key) / DemoSong.SAMPLE_RATE;
        double keep = Wave.decay(0.7, DemoSong.SAMPLE_RATE);
        int length = DemoSong.STEP_FRAMES * 2;
        double phase = 0;
        double level = 0.3;
        double low = 0;
        double lower = 0;
        double open = 0.16;
        for (int at = start; at < out[0].length && at < start + length; at++) {
            phase += increment;
            low += open * (Wave.saw(phase, increment) - low);
            lower += open * (low - lower);
            double edge = Math.min(1, Math.min(at - start, start + length - at) / 240.0);
            float value = (float) (level * edge * (lower + 0.5 * Wave.sine(phase)));
            out[0][at] += value;
            out[1][at] += value;
            level *= keep;
            open = Math.max(0.02, open * 0.9998);
        }
    }
}
