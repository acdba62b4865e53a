package io.arioso.dsp.filter;

/**
 * The sections of all bands of one {@link BandChannel}, always in the order of the bands: a section that changed its
 * place in mid-signal would click, because the others' states belong to what came before them. Settled neighbours run
 * two at a time. No allocation after construction.
 */
final class RunList {
    private final SectionBank bank;
    private final int[] slot;
    /** The band of a moving section, or one that fades as a whole; null for a settled section. */
    private final EqualizerBand[] moving;
    private final double[] spare;
    private int size;

    RunList(SectionBank bank, int slots, int maxFrames) {
        this.bank = bank;
        slot = new int[slots];
        moving = new EqualizerBand[slots];
        spare = new double[maxFrames];
    }

    void clear() {
        size = 0;
    }

    void add(EqualizerBand band) {
        int entries = band.isFading() ? 1 : band.slots();
        for (int i = 0; i < entries; i++) {
            slot[size] = band.base + i;
            moving[size++] = band.isMoving() ? band : null;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Runs over the first frames of two lanes. */
    void run(int left, double[] x, int right, double[] y, int frames, Ramp ramp) {
        int i = 0;
        while (i < size) {
            if (moving[i] != null && moving[i].isFading()) {
                fade(moving[i], left, x, frames, ramp);
                fade(moving[i], right, y, frames, ramp);
                i++;
            } else if (moving[i] != null) {
                double[] way = ramp.fill(moving[i].movedFrames(), frames);
                SectionKernels.moving(bank, slot[i], way, left, x, right, y, 0, frames);
                i++;
            } else if (i + 1 < size && moving[i + 1] == null) {
                SectionKernels.settledPair(bank, slot[i], slot[i + 1], left, x, right, y, 0, frames);
                i += 2;
            } else {
                SectionKernels.settled(bank, slot[i], left, x, right, y, 0, frames);
                i++;
            }
        }
    }

    /** Runs over the first frames of one lane. */
    void run(int lane, double[] x, int frames, Ramp ramp) {
        int i = 0;
        while (i < size) {
            if (moving[i] != null && moving[i].isFading()) {
                fade(moving[i], lane, x, frames, ramp);
                i++;
            } else if (moving[i] != null) {
                double[] way = ramp.fill(moving[i].movedFrames(), frames);
                SectionKernels.moving(bank, slot[i], way, lane, x, 0, frames);
                i++;
            } else if (i + 1 < size && moving[i + 1] == null) {
                SectionKernels.settledPair(bank, slot[i], slot[i + 1], lane, x, 0, frames);
                i += 2;
            } else {
                SectionKernels.settled(bank, slot[i], lane, x, 0, frames);
                i++;
            }
        }
    }

    private void fade(EqualizerBand band, int lane, double[] x, int frames, Ramp ramp) {
        System.arraycopy(x, 0, spare, 0, frames);
        int now = band.currentSlots();
        for (int i = 0; i < now; i++) {
            SectionKernels.settled(bank, band.base + i, lane, x, 0, frames);
        }
        for (int i = now; i < band.slots(); i++) {
            SectionKernels.settled(bank, band.base + i, lane, spare, 0, frames);
        }
        double[] way = ramp.fill(band.movedFrames(), frames);
        for (int i = 0; i < frames; i++) {
            x[i] += way[i] * (spare[i] - x[i]);
        }
    }
}
