package io.arioso.dsp.phase;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import java.util.Arrays;

/** The settings of all bands and of the gain behind them, copied and compared without allocation. */
final class BandSet {
    static final int BANDS = ParametricEqualizer.BANDS;

    private final boolean[] on = new boolean[BANDS];
    private final FilterShape[] shape = new FilterShape[BANDS];
    private final double[] hz = new double[BANDS];
    private final double[] gainDb = new double[BANDS];
    private final double[] q = new double[BANDS];
    private final int[] slope = new int[BANDS];
    private final BandChannel[] channel = new BandChannel[BANDS];
    private double gainScale = 1;
    private double outputDb;
    private boolean autoGain;

    BandSet() {
        Arrays.fill(shape, FilterShape.BELL);
        Arrays.fill(channel, BandChannel.STEREO);
    }

    void set(int i, FilterShape newShape, double newHz, double newGainDb, double newQ, int newSlope,
             BandChannel newChannel) {
        on[i] = true;
        shape[i] = newShape;
        hz[i] = newHz;
        gainDb[i] = newGainDb;
        q[i] = newQ;
        slope[i] = newSlope;
        channel[i] = newChannel;
    }

    void setOff(int i) {
        on[i] = false;
    }

    void setGainScale(double scale) {
        gainScale = scale;
    }

    void setOutputDb(double db) {
        outputDb = db;
    }

    void setAutoGain(boolean newAutoGain) {
        autoGain = newAutoGain;
    }

    void copy(BandSet other) {
        System.arraycopy(other.on, 0, on, 0, BANDS);
        System.arraycopy(other.shape, 0, shape, 0, BANDS);
        System.arraycopy(other.hz, 0, hz, 0, BANDS);
        System.arraycopy(other.gainDb, 0, gainDb, 0, BANDS);
        System.arraycopy(other.q, 0, q, 0, BANDS);
        System.arraycopy(other.slope, 0, slope, 0, BANDS);
        System.arraycopy(other.channel, 0, channel, 0, BANDS);
        gainScale = other.gainScale;
        outputDb = other.outputDb;
        autoGain = other.autoGain;
    }

    /** Whether both sets sound the same. */
    boolean sameAs(BandSet other) {
        for (int i = 0; i < BANDS; i++) {
            if (acts(i) != other.acts(i) || acts(i) && !sameBand(other, i)) {
                return false;
            }
        }
        return outputDb == other.outputDb && autoGain == other.autoGain;
    }

    private boolean sameBand(BandSet other, int i) {
        return shape[i] == other.shape[i] && hz[i] == other.hz[i] && effectiveGainDb(i) == other.effectiveGainDb(i)
                && q[i] == other.q[i] && slope[i] == other.slope[i] && channel[i] == other.channel[i];
    }

    /** Whether a band is on and does anything. */
    boolean acts(int i) {
        return on[i] && !(shape[i].isNeutralAtZeroGain() && effectiveGainDb(i) == 0);
    }

    /** Whether a band acts on all channels or on one of two. */
    boolean acts(int i, BandChannel one, BandChannel other) {
        return acts(i) && (channel[i] == BandChannel.STEREO || channel[i] == one || channel[i] == other);
    }

    /** Whether any band acts on just this channel. */
    boolean uses(BandChannel wanted) {
        for (int i = 0; i < BANDS; i++) {
            if (channel[i] == wanted && acts(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing acts at all. */
    boolean isFlat() {
        for (int i = 0; i < BANDS; i++) {
            if (acts(i)) {
                return false;
            }
        }
        return outputDb == 0;
    }

    void describe(int i, AnalogPrototype prototype) {
        prototype.set(shape[i], hz[i], effectiveGainDb(i), q[i], slope[i]);
    }

    FilterShape shape(int i) {
        return shape[i];
    }

    double hz(int i) {
        return hz[i];
    }

    double q(int i) {
        return q[i];
    }

    int slope(int i) {
        return slope[i];
    }

    /** The gain of a band, scaled. */
    double effectiveGainDb(int i) {
        return shape[i].usesGain() ? gainDb[i] * gainScale : gainDb[i];
    }

    double outputDb() {
        return outputDb;
    }

    boolean autoGain() {
        return autoGain;
    }
}
