package io.arioso.dsp.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Test signals and block splits; every random one is named by its seed. */
final class Signals {
    private Signals() {
    }

    /** What a class under test does with one block. */
    interface BlockProcess {
        void process(float[] in, float[] out, int frames);
    }

    static float[] uniform(int frames, long seed, float from, float to) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = from + (to - from) * random.nextFloat();
        }
        return out;
    }

    static float[] gaussian(int frames, long seed, double rms) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) (rms * random.nextGaussian());
        }
        return out;
    }

    static float[] sine(int frames, double cyclesPerFrame, double phase, double peak) {
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) (peak * StrictMath.sin(2 * StrictMath.PI * cyclesPerFrame * i + phase));
        }
        return out;
    }

    /** The splits that every block-wise class must not hear: 1, 7, 64, 1000, all at once, and a random one. */
    static List<int[]> splits(int frames, long seed) {
        List<int[]> all = new ArrayList<>();
        for (int block : new int[] {1, 7, 64, 480, 512, 1000, 4096, frames}) {
            all.add(new int[] {block});
        }
        Random random = new Random(seed);
        all.add(random.ints(50, 0, 700).toArray());
        return all;
    }

    /** Runs {@code in} through {@code process} in blocks of the given sizes, used in a circle. */
    static float[] inBlocks(float[] in, int[] sizes, BlockProcess process) {
        float[] result = new float[in.length];
        int block = 0;
        for (int at = 0; at < in.length; block++) {
            int count = Math.min(in.length - at, sizes[block % sizes.length]);
            float[] part = new float[count];
            System.arraycopy(in, at, part, 0, count);
            float[] out = new float[count];
            process.process(part, out, count);
            System.arraycopy(out, 0, result, at, count);
            at += count;
        }
        return result;
    }
}
