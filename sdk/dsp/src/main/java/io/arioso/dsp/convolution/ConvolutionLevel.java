package io.arioso.dsp.convolution;

import java.util.Arrays;

/**
 * One partition size of a convolver of several: a stretch of the impulse response, its work spread evenly.
 *
 * <p>The stretch begins two partitions less a slot late. So when a block of input is complete there is, until its first
 * output is due, one whole block of time for transform, products and transform back: they are cut into small units and
 * done a few a slot (Gardner 1995, without threads).
 */
final class ConvolutionLevel {
    private final int block;
    private final int slot;
    private final BlockTransform transform;
    private final ImpulsePartitions impulse;
    private final SpectralDelayLine spectra;
    private final int[] unitsBySlot;
    private final float[] arriving;
    private final float[] window;
    private final float[] result;
    private final float[] sumRe;
    private final float[] sumIm;
    private int arrived;
    private int slotsDone;
    private int unitsDone;
    private boolean sounding;

    /**
     * A level.
     *
     * @param block frames of a partition, a multiple of {@code slot}
     * @param slot  frames between two calls of {@link #advance}
     * @param taps  the whole impulse response
     * @param to    the first tap of a later level, or the end
     */
    ConvolutionLevel(int block, int slot, float[] taps, int to) {
        this.block = block;
        this.slot = slot;
        int from = firstTap(block, slot);
        int partitions = (to - from + block - 1) / block;
        transform = new BlockTransform(block);
        impulse = new ImpulsePartitions(partitions, block);
        spectra = new SpectralDelayLine(partitions, block);
        arriving = new float[block];
        window = new float[2 * block];
        result = new float[2 * block];
        sumRe = new float[block];
        sumIm = new float[block];
        impulse.loadAll(taps, to, from, transform, result);
        unitsBySlot = schedule(partitions);
        reset();
    }

    /** The earliest tap that partitions of this size can take on. */
    static int firstTap(int block, int slot) {
        return 2 * block - slot;
    }

    /** How many units are done by the end of each slot of a block: equal shares of the estimated cost. */
    private int[] schedule(int partitions) {
        int steps = transform.steps();
        int units = 2 * steps + partitions;
        // A transform costs some 2.5 log2(n) operations a sample, a product 8 a bin; two samples make a bin.
        double transformCost = 5.0 * (32 - Integer.numberOfLeadingZeros(block)) / 8 / steps;
        double total = 2 * steps * transformCost + partitions;
        int[] bySlot = new int[block / slot];
        double cost = 0;
        for (int unit = 0; unit < units; unit++) {
            boolean product = unit >= steps && unit < steps + partitions;
            double unitCost = product ? 1 : transformCost;
            int at = (int) ((cost + unitCost / 2) / total * bySlot.length);
            bySlot[Math.min(at, bySlot.length - 1)]++;
            cost += unitCost;
        }
        for (int i = 1; i < bySlot.length; i++) {
            bySlot[i] += bySlot[i - 1];
        }
        return bySlot;
    }

    /**
     * Takes one slot of input, does a slot's share of the work, and adds what is finished to {@code ring}.
     *
     * @param ring output to come, a power of two of at least two blocks; {@code ringAt} is the next frame to be heard
     */
    void advance(float[] in, int at, float[] ring, int ringAt) {
        System.arraycopy(in, at, arriving, arrived, slot);
        arrived += slot;
        if (arrived == block) {
            begin();
        }
        int until = unitsBySlot[slotsDone];
        boolean finishes = unitsDone < unitsBySlot[unitsBySlot.length - 1]
                && until == unitsBySlot[unitsBySlot.length - 1];
        while (unitsDone < until) {
            work(unitsDone++);
        }
        if (finishes && sounding) {
            addTo(ring, ringAt + block - slot - slotsDone * slot);
        }
        slotsDone = Math.min(slotsDone + 1, unitsBySlot.length - 1);
    }

    private void begin() {
        System.arraycopy(window, block, window, 0, block);
        System.arraycopy(arriving, 0, window, block, block);
        arrived = 0;
        slotsDone = 0;
        unitsDone = 0;
        sounding = false;
        spectra.advance(window);
        Arrays.fill(sumRe, 0f);
        Arrays.fill(sumIm, 0f);
    }

    private void work(int unit) {
        int steps = transform.steps();
        if (unit < steps) {
            if (!spectra.newestIsSilent()) {
                transform.forward(unit, window, spectra.newestRe(), spectra.newestIm());
            }
        } else if (unit < steps + impulse.count()) {
            sounding |= spectra.multiplyAdd(unit - steps, impulse, sumRe, sumIm);
        } else if (sounding) {
            transform.inverse(unit - steps - impulse.count(), sumRe, sumIm, result);
        }
    }

    /** Overlap-save: of the cyclic convolution of two blocks the second is the true one. */
    private void addTo(float[] ring, int ringAt) {
        int mask = ring.length - 1;
        int at = ringAt & mask;
        int first = Math.min(block, ring.length - at);
        add(result, block, ring, at, first);
        add(result, block + first, ring, 0, block - first);
    }

    private static void add(float[] from, int fromAt, float[] to, int toAt, int frames) {
        for (int i = 0; i < frames; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    void reset() {
        Arrays.fill(window, 0f);
        spectra.reset();
        arrived = 0;
        // Nothing is under way before the first block is complete.
        slotsDone = unitsBySlot.length - 1;
        unitsDone = unitsBySlot[unitsBySlot.length - 1];
        sounding = false;
    }
}
