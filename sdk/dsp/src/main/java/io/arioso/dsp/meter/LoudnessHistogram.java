package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * Every gating block of a programme of any length, in 0.005 LU classes that remember count and exact energy.
 *
 * <p>The gated mean is exact but for blocks within 0.005 LU of the relative gate, a percentile within 0.005 LU.
 * Memory is constant (188 KiB), so a meter can run for years. Blocks at or below the absolute gate of -70 LUFS are
 * dropped; those above +10 LUFS share the last class.
 */
final class LoudnessHistogram {
    static final double ABSOLUTE_GATE_LUFS = -70;
    private static final int CLASSES_PER_LU = 200;
    private static final int CLASSES = 80 * CLASSES_PER_LU;
    // Classes are summed up in groups, so that a figure costs a hundred additions instead of thousands.
    private static final int GROUP = 125;
    private static final double ABSOLUTE_GATE = Levels.meanSquare(ABSOLUTE_GATE_LUFS);

    private final int[] counts = new int[CLASSES];
    private final double[] sums = new double[CLASSES];
    private final long[] groupCounts = new long[CLASSES / GROUP];
    private final double[] groupSums = new double[CLASSES / GROUP];
    private long blocks;
    private double total;

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(groupCounts, 0);
        Arrays.fill(groupSums, 0);
        blocks = 0;
        total = 0;
    }

    /** Adds a block of this weighted mean square. [audio-thread] */
    void add(double meanSquare) {
        if (meanSquare > ABSOLUTE_GATE) {
            int index = classOf(meanSquare);
            counts[index]++;
            sums[index] += meanSquare;
            groupCounts[index / GROUP]++;
            groupSums[index / GROUP] += meanSquare;
            blocks++;
            total += meanSquare;
        }
    }

    /** Mean of the blocks above the mean of all blocks times {@code relativeGate} (0.1 is -10 LU); 0 when none is. */
    double gatedMean(double relativeGate) {
        int first = firstAbove(relativeGate);
        int firstGroup = (first + GROUP - 1) / GROUP;
        double sum = 0;
        long count = 0;
        for (int i = first; i < Math.min(CLASSES, firstGroup * GROUP); i++) {
            sum += sums[i];
            count += counts[i];
        }
        for (int group = firstGroup; group < groupSums.length; group++) {
            sum += groupSums[group];
            count += groupCounts[group];
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Loudness distance between two percentiles (0..1) of the blocks above the gate; 0 when there are none. */
    double rangeLu(double relativeGate, double low, double high) {
        int first = firstAbove(relativeGate);
        long count = 0;
        for (int i = first; i < CLASSES; i++) {
            count += counts[i];
        }
        if (count == 0) {
            return 0;
        }
        // Nearest rank, as in the standard's own program.
        double quiet = percentile(first, (long) ((count - 1) * low + 0.5));
        double loud = percentile(first, (long) ((count - 1) * high + 0.5));
        return 10 * StrictMath.log10(loud / quiet);
    }

    private static int classOf(double meanSquare) {
        double above = (Levels.loudness(meanSquare) - ABSOLUTE_GATE_LUFS) * CLASSES_PER_LU;
        return (int) Math.max(0, Math.min(CLASSES - 1, above));
    }

    // Nothing below the gate's own class is above the gate, give or take a rounding. An empty class is never above, so
    // the class found decides by its own mean.
    private int firstAbove(double relativeGate) {
        double gate = blocks == 0 ? 0 : relativeGate * total / blocks;
        int first = blocks == 0 ? CLASSES : Math.max(0, classOf(gate) - 1);
        while (first < CLASSES && !(sums[first] > gate * counts[first])) {
            first++;
        }
        return first;
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
