package io.arioso.host.demo;

/** Held chords: for each key seven detuned saws spread over the stereo field, ducked by the kick. */
final class DemoChords {
    private static final double[] DETUNE = {-0.11, -0.07, -0.03, 0, 0.04, 0.08, 0.12};

    float[][] render(int frames) {
        float[][] out = new float[2][frames];
        int barFrames = DemoSong.STEP_FRAMES * DemoSong.STEPS_A_BAR;
        for (int start = 0; start < frames; start += barFrames)
            for (int key : DemoSong.chordAt(start / DemoSong.STEP_FRAMES))
                for (int voice = 0; voice < DETUNE.length; voice++) hold(out, start, barFrames, key, voice);
        return out;
    }

    private static void hold(float[][] out, int start, int length, int key, int voice) {
        double increment = Wave.hertz(key + DETUNE[voice]) / DemoSong.SAMPLE_RATE;
        double phase = voice * 0.137 + key * 0.071;
        double right = voice / (DETUNE.length - 1.0);
        double low = 0;
        for (int at = start; at < out[0].length && at < start + length; at++) {
            phase += increment;
            double brightness = 0.12 + 0.08 * Wave.sine((double) at / (4 * length));
            low += brightness * (Wave.saw(phase, increment) - low);
            double edge = Math.min(1, Math.min(at - start, start + length - at) / 1200.0);
            int sinceBeat = at % (DemoSong.STEP_FRAMES * 4);
            double duck = Math.min(1, 0.35 + sinceBeat / (DemoSong.STEP_FRAMES * 2.5));
            double value = 0.028 * edge * duck * low;
            out[0][at] += (float) (value * (1 - 0.8 * right));
            out[1][at] += (float) (value * (0.2 + 0.8 * right));
        }
    }
}
