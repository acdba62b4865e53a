package io.arioso.dsp.phase;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.PinkLoudness;
import java.util.Arrays;

/**
 * The response that has the bands' analog magnitude and no phase: the magnitude on a grid of four times its length,
 * transformed about the centre, windowed. Its two halves are mirror images, bit for bit.
 */
final class LinearPhaseDesign implements ResponseDesign {
    private static final int OVERSAMPLING = 4;
    private static final double FLAT_SHARE = 0.5;
    /** Sections times frequencies of one step. */
    private static final int WORK = 8192;
    /** No curve leads beyond ±120 dB, wherever 32 bands at their top may lead. */
    private static final double LOUDEST = 1e6;
    /** How wide the edge of a wall is, as a multiple of sample rate / taps: less would ring within the window. */
    private static final double WALL_STEPS = 8;

    private final int taps;
    private final double sampleRate;
    private final double stepHz;
    private final double[] curve;
    private final AnalogPrototype prototype = new AnalogPrototype();
    private final ZeroPhaseTransform transform;
    private final FlatWindow window;
    private final PinkLoudness pink;
    private final double[] pinkPower = new double[PinkLoudness.POINTS];

    private BandSet bands;
    private BandChannel one;
    private BandChannel other;
    private int band;
    private int section;
    private int bin;
    private boolean transforming;
    private double loudness = 1;

    /** Designs responses of so many taps, a power of two, at a sample rate in Hz. */
    LinearPhaseDesign(double sampleRate, int taps) {
        this.taps = taps;
        this.sampleRate = sampleRate;
        int grid = OVERSAMPLING * taps;
        stepHz = sampleRate / grid;
        curve = new double[grid / 2 + 1];
        transform = new ZeroPhaseTransform(grid, taps / 2);
        window = new FlatWindow(taps / 2, FLAT_SHARE);
        pink = new PinkLoudness(sampleRate);
    }

    @Override
    public int taps() {
        return taps;
    }

    @Override
    public boolean carriesGain() {
        return true;
    }

    @Override
    public void begin(BandSet newBands, BandChannel newOne, BandChannel newOther) {
        bands = newBands;
        one = newOne;
        other = newOther;
        Arrays.fill(curve, 1);
        transforming = false;
        band = -1;
        nextBand();
    }

    @Override
    public boolean step() {
        if (transforming) {
            return transform.step();
        }
        if (band < BandSet.BANDS) {
            multiply();
        } else {
            takeRoots();
        }
        return false;
    }

    private void nextBand() {
        do {
            band++;
        } while (band < BandSet.BANDS && !bands.acts(band, one, other));
        section = 0;
        bin = 0;
        if (band < BandSet.BANDS) {
            bands.describe(band, prototype);
        }
    }

    /** Multiplies the power of one section in, or of as much of it as a step allows. */
    private void multiply() {
        int to = Math.min(curve.length, bin + WORK);
        boolean wall = isWall(bands.shape(band));
        if (wall) {
            multiplyWall(to);
        } else if (section < prototype.sections()) {
            prototype.multiplyPower(section, stepHz, curve, bin, to);
        }
        bin = to;
        if (bin == curve.length) {
            bin = 0;
            section++;
            if (wall || section >= prototype.sections()) {
                nextBand();
            }
        }
    }

    private static boolean isWall(FilterShape shape) {
        return shape == FilterShape.BRICKWALL_LOW_PASS || shape == FilterShape.BRICKWALL_HIGH_PASS;
    }

    /** The edge lies about the frequency along t³ (10 - 15 t + 6 t²), whose response dies away within the window. */
    private void multiplyWall(int to) {
        double hz = bands.hz(band);
        double width = Math.min(WALL_STEPS * sampleRate / taps, 2 * hz);
        boolean keepsLow = bands.shape(band) == FilterShape.BRICKWALL_LOW_PASS;
        for (int k = bin; k < to; k++) {
            double t = Math.max(0, Math.min(1, 0.5 + (k * stepHz - hz) / width));
            double high = t * t * t * (10 - t * (15 - 6 * t));
            double magnitude = keepsLow ? 1 - high : high;
            curve[k] *= magnitude * magnitude;
        }
    }

    private void takeRoots() {
        if (bin == 0) {
            measureLoudness();
        }
        int to = Math.min(curve.length, bin + WORK);
        for (int k = bin; k < to; k++) {
            curve[k] = Math.min(LOUDEST, Math.sqrt(curve[k]));
        }
        bin = to;
        if (bin == curve.length) {
            transform.begin(curve);
            transforming = true;
        }
    }

    private void measureLoudness() {
        for (int i = 0; i < pinkPower.length; i++) {
            double place = Math.min(curve.length - 1.001, pink.hz(i) / stepHz);
            int k = (int) place;
            pinkPower[i] = curve[k] + (place - k) * (curve[k + 1] - curve[k]);
        }
        loudness = pink.powerGain(pinkPower);
    }

    @Override
    public void store(float[] into) {
        double[] half = transform.response();
        int centre = taps / 2;
        into[0] = 0;
        for (int n = 0; n < centre; n++) {
            float tap = (float) (half[n] * window.at(n));
            into[centre + n] = tap;
            into[centre - n] = tap;
        }
    }

    @Override
    public double loudness() {
        return loudness;
    }
}
