package io.arioso.dsp.phase;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.BandDesigner;
import io.arioso.dsp.filter.HalfTurn;
import io.arioso.dsp.filter.PhaseDifference;
import java.util.Arrays;

/**
 * The all-pass response that turns the phase of the digital bands into that of their analog prototypes.
 *
 * <p>The bands' biquads have the right magnitude and, at low frequencies, the right phase; what is missing lives near
 * half the sample rate, changes slowly with frequency and fits into a short response. Above 0.85 of half the sample
 * rate the correction fades out, because at half the sample rate a real filter has no phase.
 */
final class AnalogPhaseDesign implements ResponseDesign {
    /** Taps of a response. */
    static final int TAPS = 512;

    private static final int GRID = 4 * TAPS;
    private static final int BINS = GRID / 2;
    private static final double FLAT_SHARE = 0.5;
    private static final double CORRECTED_SHARE = 0.85;
    /** Sections times frequencies of one step. */
    private static final int WORK = 4096;

    private final double sampleRate;
    private final BandDesigner designer = new BandDesigner();
    private final FourierTransform transform = new FourierTransform(GRID);
    private final FlatWindow window = new FlatWindow(TAPS / 2, FLAT_SHARE);
    private final double[] re = new double[GRID];
    private final double[] im = new double[GRID];
    private final double[] phase = new double[BINS + 1];

    private BandSet bands;
    private BandChannel one;
    private BandChannel other;
    private int band;
    private int bin;
    private boolean designed;

    AnalogPhaseDesign(double sampleRate) {
        this.sampleRate = sampleRate;
    }

    @Override
    public int taps() {
        return TAPS;
    }

    @Override
    public boolean carriesGain() {
        return false;
    }

    @Override
    public void begin(BandSet newBands, BandChannel newOne, BandChannel newOther) {
        bands = newBands;
        one = newOne;
        other = newOther;
        Arrays.fill(re, 1);
        Arrays.fill(im, 0);
        band = -1;
        nextBand();
    }

    private void nextBand() {
        do {
            band++;
        } while (band < BandSet.BANDS && !bands.acts(band, one, other));
        bin = 0;
        designed = false;
        if (band < BandSet.BANDS) {
            designer.begin(bands.shape(band), bands.hz(band), bands.effectiveGainDb(band), bands.q(band),
                    bands.slope(band), sampleRate);
        }
    }

    @Override
    public boolean step() {
        if (band == BandSet.BANDS) {
            transformPhase();
            return true;
        }
        if (!designed) {
            designed = designer.step();
        } else {
            compare();
        }
        return false;
    }

    private void compare() {
        AnalogPrototype analog = designer.prototype();
        int sections = analog.sections() + designer.result().size();
        int to = Math.min(BINS, bin + Math.max(1, WORK / Math.max(1, sections)));
        PhaseDifference.multiply(analog, designer.result(), sampleRate, BINS, re, im, bin, to);
        bin = to;
        if (bin == BINS) {
            nextBand();
        }
    }

    private void transformPhase() {
        unwrap();
        for (int k = 0; k <= BINS; k++) {
            double halfTurns = phase[k] / StrictMath.PI;
            re[k] = HalfTurn.cosineOf(halfTurns);
            im[k] = HalfTurn.sineOf(halfTurns);
        }
        for (int k = 1; k < BINS; k++) {
            re[GRID - k] = re[k];
            im[GRID - k] = -im[k];
        }
        transform.inverse(re, im);
    }

    /** The phases from 0 Hz on, without the turns of an arc tangent; a notch's change of sign is in both filters. */
    private void unwrap() {
        phase[0] = 0;
        for (int k = 1; k < BINS; k++) {
            double moreRe = re[k] * re[k - 1] + im[k] * im[k - 1];
            double moreIm = im[k] * re[k - 1] - re[k] * im[k - 1];
            double more = StrictMath.atan2(moreIm, moreRe);
            phase[k] = phase[k - 1] + more - StrictMath.PI * Math.rint(more / StrictMath.PI);
        }
        for (int k = (int) (CORRECTED_SHARE * BINS); k < BINS; k++) {
            double t = ((double) k / BINS - CORRECTED_SHARE) / (1 - CORRECTED_SHARE);
            double way = Math.max(0, t);
            phase[k] *= 1 - way * way * way * (10 - way * (15 - 6 * way));
        }
        phase[BINS] = 0;
    }

    @Override
    public void store(float[] into) {
        int centre = TAPS / 2;
        into[0] = 0;
        for (int n = 0; n < centre; n++) {
            double share = window.at(n) / GRID;
            into[centre + n] = (float) (re[n] * share);
            if (n > 0) {
                into[centre - n] = (float) (re[GRID - n] * share);
            }
        }
    }

    @Override
    public double loudness() {
        return 1;
    }
}
