package io.arioso.dsp.filter;

/**
 * The sections of all bands of one {@link BandChannel} in the order in which they run: the settled ones, two at a time,
 * then those that move. No allocation after construction.
 */
final class RunList {
    private final SectionBank bank;
    private final int[] settled;
    private final EqualizerBand[] moving;
    private int settledCount;
    private int movingCount;

    RunList(SectionBank bank, int slots, int bands) {
        this.bank = bank;
        settled = new int[slots];
        moving = new EqualizerBand[bands];
    }

    void clear() {
        settledCount = 0;
        movingCount = 0;
    }

    void add(EqualizerBand band) {
        if (band.isMoving()) {
            moving[movingCount++] = band;
            return;
        }
        for (int i = 0; i < band.slots(); i++) {
            settled[settledCount++] = band.base + i;
        }
    }

    boolean isEmpty() {
        return settledCount == 0 && movingCount == 0;
    }

    /** Runs over the first frames of two lanes. */
    void run(int left, double[] x, int right, double[] y, int frames, Ramp ramp) {
        int i = 0;
        for (; i + 1 < settledCount; i += 2) {
            SectionKernels.settledPair(bank, settled[i], settled[i + 1], left, x, right, y, 0, frames);
        }
        if (i < settledCount) {
            SectionKernels.settled(bank, settled[i], left, x, right, y, 0, frames);
        }
        for (int m = 0; m < movingCount; m++) {
            EqualizerBand band = moving[m];
            double[] way = ramp.fill(band.movedFrames(), frames);
            for (int section = 0; section < band.slots(); section++) {
                SectionKernels.moving(bank, band.base + section, way, left, x, right, y, 0, frames);
            }
        }
    }

    /** Runs over the first frames of one lane. */
    void run(int lane, double[] x, int frames, Ramp ramp) {
        int i = 0;
        for (; i + 1 < settledCount; i += 2) {
            SectionKernels.settledPair(bank, settled[i], settled[i + 1], lane, x, 0, frames);
        }
        if (i < settledCount) {
            SectionKernels.settled(bank, settled[i], lane, x, 0, frames);
        }
        for (int m = 0; m < movingCount; m++) {
            EqualizerBand band = moving[m];
            double[] way = ramp.fill(band.movedFrames(), frames);
            for (int section = 0; section < band.slots(); section++) {
                SectionKernels.moving(bank, band.base + section, way, lane, x, 0, frames);
            }
        }
    }
}
