package io.arioso.dsp.reverb;

/**
 * The losses of the lines as they follow the settings: a new set of filters is designed line by line, runs beside the
 * old one until it has swung in, and then takes over in a smooth fade. Settings that change meanwhile wait.
 */
final class Absorption {
    private static final int LINES = HadamardMatrix.ROWS;
    private static final int TURNED = 0b0110_1001_0101_1100;
    private static final int MIDDLE_BAND = 3;
    private static final int LINES_A_CELL = 2;
    private static final double SETTLE_SECONDS = 0.010;
    private static final double FADE_SECONDS = 0.040;

    private final int cellFrames;
    private final int[] lengths;
    private final DecayCurve curve;
    private final float[][] copies;
    private final float[] shares;
    private final int settleCells;
    private final int fadeCells;
    private AbsorptionBank current = new AbsorptionBank();
    private AbsorptionBank next = new AbsorptionBank();
    private boolean frozen;
    private boolean stale;
    private boolean designedFrozen;
    private int designed = LINES;
    private int cellsDone = -1;

    Absorption(double sampleRate, int cellFrames, int[] lengths) {
        this.cellFrames = cellFrames;
        this.lengths = lengths;
        curve = new DecayCurve(sampleRate);
        copies = new float[LINES][cellFrames];
        shares = new float[cellFrames];
        settleCells = (int) Math.ceil(SETTLE_SECONDS * sampleRate / cellFrames);
        fadeCells = (int) Math.ceil(FADE_SECONDS * sampleRate / cellFrames);
    }

    /** Half of the lines turn the phase over, in no pattern of the matrix, or one of its columns would ring alone. */
    static double sign(int line) {
        return (TURNED >> line & 1) == 0 ? 1 : -1;
    }

    /** Asks for a time in seconds for 60 dB at a band of {@link DecayCurve#BAND_HZ}. */
    void setSeconds(int band, double t60) {
        stale |= curve.seconds(band) != t60;
        curve.setSeconds(band, t60);
    }

    /** Asks for no loss at all. */
    void setFrozen(boolean newFrozen) {
        stale |= newFrozen != frozen;
        frozen = newFrozen;
    }

    boolean frozen() {
        return frozen;
    }

    double longestSeconds() {
        return curve.longestSeconds();
    }

    /**
     * Energy that pink noise piles up in the lines for each unit that enters: 1 / (1 - g²) with the mean g² of a pass, as
     * the matrix gives each line the same share; the mean of the bands. What is heard in the middle of the lines, g, is
     * added.
     */
    double energy() {
        double energy = 0;
        for (int band = 0; band < DecayCurve.BANDS; band++) {
            double left = 0;
            double half = 0;
            for (int length : lengths) {
                double gain = curve.passGain(band, length);
                left += gain * gain / lengths.length;
                half += curve.passGain(MIDDLE_BAND, length) / lengths.length;
            }
            energy += (1 + half) / (1 - left) / DecayCurve.BANDS;
        }
        return energy;
    }

    /** What is left of a tone in the middle of the bands after so many frames. */
    double partialGain(double frames) {
        return curve.passGain(MIDDLE_BAND, frames);
    }

    /** Takes the settings over at once and forgets the sound. */
    void reset() {
        stale = false;
        beginDesign();
        while (designed < LINES) {
            designLine();
        }
        swap();
        current.clear();
        designed = LINES;
        cellsDone = -1;
    }

    void clearSound() {
        current.clear();
        next.clear();
    }

    /** Begins the next cell. */
    void step() {
        if (cellsDone >= 0 && ++cellsDone >= settleCells + fadeCells) {
            swap();
            cellsDone = -1;
        }
        if (cellsDone < 0 && designed == LINES && stale) {
            stale = false;
            beginDesign();
        }
        for (int i = 0; i < LINES_A_CELL && designed < LINES; i++) {
            designLine();
            if (designed == LINES) {
                cellsDone = 0;
            }
        }
    }

    private void beginDesign() {
        designedFrozen = frozen;
        next.begin(frozen ? 0 : curve.chooseShelves());
        designed = 0;
    }

    private void designLine() {
        if (designedFrozen) {
            next.setGain(designed, sign(designed));
        } else {
            curve.design(designed, lengths[designed], sign(designed), next);
        }
        designed++;
    }

    private void swap() {
        AbsorptionBank old = current;
        current = next;
        next = old;
    }

    /** Filters the rows of frames {@code offset} and on of the cell in place. */
    void process(float[][] rows, int offset, int frames) {
        if (cellsDone < 0) {
            current.process(rows, frames);
            return;
        }
        for (int line = 0; line < LINES; line++) {
            System.arraycopy(rows[line], 0, copies[line], 0, frames);
        }
        current.process(rows, frames);
        next.process(copies, frames);
        if (cellsDone >= settleCells) {
            fillShares((cellsDone - settleCells) * cellFrames + offset, frames);
            for (int line = 0; line < LINES; line++) {
                blend(rows[line], copies[line], shares, frames);
            }
        }
    }

    private void fillShares(int done, int frames) {
        float scale = 1f / (fadeCells * cellFrames);
        for (int i = 0; i < frames; i++) {
            float t = (done + i + 1) * scale;
            shares[i] = t * t * (3 - 2 * t);
        }
    }

    private static void blend(float[] old, float[] young, float[] shares, int frames) {
        for (int i = 0; i < frames; i++) {
            old[i] += (young[i] - old[i]) * shares[i];
        }
    }
}
