package io.arioso.dsp.convolution;

import java.util.Arrays;

/** The spectra of an impulse response cut into partitions, each followed by as many zeros. */
final class ImpulsePartitions {
    final float[][] re;
    final float[][] im;
    private final int block;

    ImpulsePartitions(int partitions, int block) {
        this.block = block;
        re = new float[partitions][block];
        im = new float[partitions][block];
    }

    int count() {
        return re.length;
    }

    /**
     * Transforms the taps of one partition.
     *
     * @param taps   of which {@code length} count; what is missing is zero
     * @param origin the tap that is the first of partition 0
     * @param window scratch of two blocks
     */
    void load(int partition, float[] taps, int length, int origin, BlockTransform transform, float[] window) {
        int from = Math.min(length, origin + partition * block);
        int count = Math.min(length - from, block);
        // The inverse transform comes out a power of two too large, which is taken away here without rounding.
        float scale = 1f / block;
        for (int i = 0; i < count; i++) {
            window[i] = taps[from + i] * scale;
        }
        Arrays.fill(window, count, 2 * block, 0f);
        for (int step = 0; step < transform.steps(); step++) {
            transform.forward(step, window, re[partition], im[partition]);
        }
    }

    /** Transforms every partition; [main-thread], a burst of work. */
    void loadAll(float[] taps, int length, int origin, BlockTransform transform, float[] window) {
        for (int partition = 0; partition < count(); partition++) {
            load(partition, taps, length, origin, transform, window);
        }
    }
}
