package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * Every gating block of a programme of any length, in 0.01 LU classes that remember count and exact energy.
 *
 * <p>The gated mean is exact but for blocks within 0.01 LU of the relative gate, a percentile is within 0.01 LU.
 * Memory is constant (96 KiB), so a meter can run for years. Blocks at or below the absolute gate of -70 LUFS are
 * dropped; those above +10 LUFS share the last class.
 */
final class LoudnessHistogram {
    static final double ABSOLUTE_GATE_LUFS = -70;
    private static final int CLASSES_PER_LU = 100;
    private static final int CLASSES = 80 * CLASSES_PER_LU;
    private static final double ABSOLUTE_GATE = Levels.meanSquare(ABSOLUTE_GATE_LUFS);

    private final int[] counts = new int[CLASSES];
    private final double[] sums = new double[CLASSES];

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
    }

    /** Adds a block of this weighted mean square. [audio-thread] */
    void add(double meanSquare) {
        if (meanSquare > ABSOLUTE_GATE) {
            double above = (Levels.loudness(meanSquare) - ABSOLUTE_GATE_LUFS) * CLASSES_PER_LU;
            int index = (int) Math.max(0, Math.min(CLASSES - 1, above));
            counts[index]++;
            sums[index] += meanSquare;
        }
    }

    /** Mean of the blocks above the mean of all blocks times {@code relativeGate} (0.1 is -10 LU); 0 when none is. */
    double gatedMean(double relativeGate) {
        return meanFrom(firstAbove(meanFrom(0) * relativeGate));
    }

    /** Loudness distance between two percentiles (0..1) of the blocks above the gate; 0 when there are none. */
    double rangeLu(double relativeGate, double low, double high) {
        int first = firstAbove(meanFrom(0) * relativeGate);
        long blocks = countFrom(first);
        if (blocks == 0) {
            return 0;
        }
        double quiet = percentile(first, (long) ((blocks - 1) * low + 0.5));
        double loud = percentile(first, (long) ((blocks - 1) * high + 0.5));
        return 10 * StrictMath.log10(loud / quiet);
    }

    private int firstAbove(double gate) {
        int first = 0;
        while (first < CLASSES && !(sums[first] > gate * counts[first])) {
            first++;
        }
        return first;
    }

    private double meanFrom(int first) {
        double sum = 0;
        for (int i = first; i < CLASSES; i++) {
            sum += sums[i];
        }
        long blocks = countFrom(first);
        return blocks == 0 ? 0 : sum / blocks;
    }

    private long countFrom(int first) {
        long blocks = 0;
        for (int i = first; i < CLASSES; i++) {
            blocks += counts[i];
        }
        return blocks;
    }

    // Mean square of the block of this rank, the quietest of the classes from first being rank 0.
    private double percentile(int first, long rank) {
        long passed = 0;
        int i = first;
        while (passed + counts[i] <= rank) {
            passed += counts[i++];
        }
        return sums[i] / counts[i];
    }
}
