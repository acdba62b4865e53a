package io.arioso.dsp.phase;

import io.arioso.dsp.filter.BandChannel;

/**
 * The responses of all paths between the channels, designed in steps of bounded work.
 *
 * <p>A signal goes through the bands of its own channel X, left or right, and as a part Y, mid or side, of both; so the
 * designs are products H(X, Y) over the bands of all channels, of X and of Y. From X to itself leads
 * (H(X, mid) + H(X, side)) / 2, to the other channel (H(X, mid) - H(X, side)) / 2. Equal designs are made once.
 */
final class ResponseSet {
    private static final double NEPERS_PER_DB = StrictMath.log(10) / 20;
    private static final double LARGEST_AUTO = 1e6;

    private final ResponseDesign design;
    /** By 2 X + Y; once mixed, by 2 X, and 1 for the path to the other channel. */
    private final float[][] responses;

    private BandSet bands;
    private boolean leftAndRight;
    private boolean midAndSide;
    private int parts;
    private int part;
    private int mixed;
    private double power;

    ResponseSet(ResponseDesign design, boolean stereo) {
        this.design = design;
        responses = new float[stereo ? 4 : 1][design.taps()];
    }

    /** Starts on a set of bands, which must stay as it is. */
    void begin(BandSet newBands) {
        bands = newBands;
        leftAndRight = bands.uses(BandChannel.LEFT) || bands.uses(BandChannel.RIGHT);
        midAndSide = bands.uses(BandChannel.MID) || bands.uses(BandChannel.SIDE);
        parts = (leftAndRight ? 2 : 1) * (midAndSide ? 2 : 1);
        part = 0;
        mixed = 0;
        power = 0;
        beginPart();
    }

    /** Whether sound crosses from one channel to the other. */
    boolean crosses() {
        return midAndSide;
    }

    /** Works on. Returns whether all responses are complete. */
    boolean step() {
        if (part < parts) {
            if (design.step()) {
                design.store(responses[2 * row(part) + column(part)]);
                power += design.loudness() / parts;
                part++;
                if (part < parts) {
                    beginPart();
                }
            }
            return false;
        }
        mix(mixed);
        mixed++;
        return mixed == rows();
    }

    private void beginPart() {
        design.begin(bands, row(part) == 0 ? BandChannel.LEFT : BandChannel.RIGHT,
                column(part) == 0 ? BandChannel.MID : BandChannel.SIDE);
    }

    private int rows() {
        return leftAndRight ? 2 : 1;
    }

    private int row(int index) {
        return midAndSide ? index / 2 : index;
    }

    private int column(int index) {
        return midAndSide ? index % 2 : 0;
    }

    private void mix(int row) {
        double gain = design.carriesGain() ? gain() : 1;
        float[] straight = responses[2 * row];
        if (midAndSide) {
            float[] cross = responses[2 * row + 1];
            for (int i = 0; i < straight.length; i++) {
                double mid = straight[i];
                double side = cross[i];
                straight[i] = (float) ((mid + side) * 0.5 * gain);
                cross[i] = (float) ((mid - side) * 0.5 * gain);
            }
        } else if (gain != 1) {
            for (int i = 0; i < straight.length; i++) {
                straight[i] = (float) (straight[i] * gain);
            }
        }
    }

    private double gain() {
        double gain = bands.outputDb() == 0 ? 1 : StrictMath.exp(bands.outputDb() * NEPERS_PER_DB);
        return bands.autoGain()
                ? gain / Math.sqrt(Math.max(1 / LARGEST_AUTO, Math.min(LARGEST_AUTO, power))) : gain;
    }

    /** The response from one channel to another; {@code null} where nothing passes. */
    float[] between(int from, int to) {
        int row = leftAndRight ? from : 0;
        if (from == to) {
            return responses[2 * row];
        }
        return midAndSide ? responses[2 * row + 1] : null;
    }
}
