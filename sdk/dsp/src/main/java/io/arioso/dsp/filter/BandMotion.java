package io.arioso.dsp.filter;

/**
 * A set of equaliser bands on their way to what is asked of them: at each step of a grid it settles those that have
 * arrived, spends one step of the designer on the band whose turn it is, and lets those set off whose design is
 * complete. So the cost of a step is bounded however many bands have changed. No allocation after construction.
 */
final class BandMotion {
    private static final double MOVE_SECONDS = 0.020;
    private static final double TAIL_NEPERS = 6 * StrictMath.log(10);
    private static final double TAIL_SECONDS = 10;

    private final double sampleRate;
    private final int grid;
    private final Ramp ramp;
    private final SectionBank bank;
    private final EqualizerBand[] bands;
    private final BandDesigner designer = new BandDesigner();
    private final PinkLoudness loudness;
    private int designing = -1;
    private int lastDesigned;
    private boolean changed;
    private boolean busy;
    private boolean slotsChanged;
    private boolean curveChanged;
    private double gainScale = 1;

    /**
     * Bands that are off.
     *
     * @param longestCell the most frames that are rendered at once
     */
    BandMotion(double sampleRate, int channels, int count, int longestCell, PinkLoudness loudness) {
        this.sampleRate = sampleRate;
        this.loudness = loudness;
        grid = DesignGrid.frames(sampleRate, longestCell);
        ramp = new Ramp(grid * Math.max(1, (int) Math.rint(MOVE_SECONDS * sampleRate / grid)), longestCell);
        bank = new SectionBank(count * BandDesigner.MAX_BIQUADS, channels);
        bands = new EqualizerBand[count];
        for (int i = 0; i < count; i++) {
            bands[i] = new EqualizerBand(bank, i * BandDesigner.MAX_BIQUADS);
        }
        lastDesigned = count - 1;
    }

    /** The bands, in their order. */
    EqualizerBand[] bands() {
        return bands;
    }

    /** Coefficients and states of all bands. */
    SectionBank bank() {
        return bank;
    }

    /** The way that every moving setting takes. */
    Ramp ramp() {
        return ramp;
    }

    /** Frames between two steps while {@link #isBusy}. */
    int grid() {
        return grid;
    }

    /** Whether steps are due: something was asked for, or is on its way. */
    boolean isBusy() {
        return changed || busy;
    }

    /** Something was asked for. */
    void touch() {
        changed = true;
    }

    /** Multiplies the decibels of all bands. */
    void setGainScale(double scale) {
        gainScale = scale;
        changed = true;
    }

    /** Takes everything over at once and forgets the signal. */
    void snap() {
        bank.clear();
        if (designing >= 0) {
            designer.finish();
            bands[designing].take(designer, loudness);
            designing = -1;
        }
        for (EqualizerBand band : bands) {
            if (band.isDue(gainScale) && band.begin(designer, sampleRate, gainScale)) {
                designer.finish();
                band.take(designer, loudness);
            }
            band.snap();
        }
        lastDesigned = bands.length - 1;
        changed = false;
        busy = false;
    }

    /** What happens between two cells of the grid. */
    void step() {
        slotsChanged = false;
        curveChanged = false;
        for (EqualizerBand band : bands) {
            slotsChanged |= band.arrive(ramp.length());
        }
        boolean more = design();
        for (EqualizerBand band : bands) {
            slotsChanged |= band.depart();
            more |= band.isMoving() || band.isWaiting();
        }
        changed = false;
        busy = more;
    }

    /** Whether the last step changed which slots sound. */
    boolean slotsChanged() {
        return slotsChanged;
    }

    /** Whether the last step completed the design of a band. */
    boolean curveChanged() {
        return curveChanged;
    }

    /** Asks for another step, whatever the bands need. */
    void keepBusy(boolean more) {
        busy |= more;
    }

    /** Moves on what is on its way. */
    void advance(int frames) {
        if (busy) {
            for (EqualizerBand band : bands) {
                if (band.isMoving()) {
                    band.advance(frames);
                }
            }
        }
    }

    /** Drops states that are too small to hear. */
    void flush() {
        for (EqualizerBand band : bands) {
            bank.flush(band.base, band.base + band.slots());
        }
    }

    /** How long the bands ring until what sounds is 120 dB down, in frames; at most ten seconds. */
    long tailFrames() {
        double longest = 0;
        for (EqualizerBand band : bands) {
            longest = Math.max(longest, band.ringFrames(TAIL_NEPERS));
        }
        return (long) Math.min(longest, TAIL_SECONDS * sampleRate);
    }

    /** Spends one step of the designer on the band whose turn it is. Returns whether any band is still due. */
    private boolean design() {
        for (int tries = 0; designing < 0 && tries < bands.length; tries++) {
            lastDesigned = (lastDesigned + 1) % bands.length;
            EqualizerBand band = bands[lastDesigned];
            if (band.isReady(ramp.length(), gainScale)) {
                if (band.begin(designer, sampleRate, gainScale)) {
                    designing = lastDesigned;
                } else {
                    curveChanged = true;
                }
            }
        }
        if (designing >= 0 && designer.step()) {
            bands[designing].take(designer, loudness);
            designing = -1;
            curveChanged = true;
        }
        boolean due = designing >= 0;
        for (EqualizerBand band : bands) {
            due |= band.isDue(gainScale);
        }
        return due;
    }
}
