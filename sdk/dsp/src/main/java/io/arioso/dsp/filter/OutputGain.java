package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * The gain behind the bands: what the user sets, and what undoes the loudness that the curve adds. It moves along the
 * same {@link Ramp} as the bands.
 */
final class OutputGain {
    private static final double LARGEST_AUTO = 1e6;
    private static final float LOUDEST = 1e6f;

    private final PinkLoudness loudness;
    private final Ramp ramp;
    private final double[] power = new double[PinkLoudness.POINTS];
    private final double[] pair = new double[PinkLoudness.POINTS];
    private final double[] partner = new double[PinkLoudness.POINTS];
    private double db;
    private boolean auto;
    private boolean stale;
    private double wanted = 1;
    private double from = 1;
    private double to = 1;
    private boolean moving;
    private int movedFrames;

    OutputGain(PinkLoudness loudness, Ramp ramp) {
        this.loudness = loudness;
        this.ramp = ramp;
    }

    void setDb(double newDb) {
        if (!(newDb >= -200 && newDb <= 200)) {
            throw new IllegalArgumentException("equaliser output: " + newDb + " dB is outside -200..200 dB");
        }
        stale |= newDb != db;
        db = newDb;
    }

    void setAuto(boolean on) {
        stale |= on != auto;
        auto = on;
    }

    /** The curve has changed. */
    void bandsChanged() {
        stale |= auto;
    }

    boolean isUnity() {
        return !moving && to == 1;
    }

    /** Settles, computes and sets off. Returns whether there is more to do. */
    boolean step(EqualizerBand[] bands) {
        if (moving && movedFrames >= ramp.length()) {
            moving = false;
            from = to;
        }
        if (stale) {
            wanted = compute(bands);
            stale = false;
        }
        if (!moving && wanted != to) {
            to = wanted;
            moving = true;
            movedFrames = 0;
        }
        return moving;
    }

    void snap(EqualizerBand[] bands) {
        wanted = compute(bands);
        stale = false;
        from = wanted;
        to = wanted;
        moving = false;
    }

    void advance(int frames) {
        if (moving) {
            movedFrames += frames;
        }
    }

    /** Writes a channel out, with the gain; never beyond +120 dBFS, wherever 32 bands at their top may lead. */
    void store(double[] x, float[] into, int at, int frames) {
        if (moving) {
            double[] way = ramp.fill(movedFrames, frames);
            double move = to - from;
            for (int i = 0; i < frames; i++) {
                x[i] *= from + way[i] * move;
            }
        } else if (to != 1) {
            double gain = to;
            for (int i = 0; i < frames; i++) {
                x[i] *= gain;
            }
        }
        for (int i = 0; i < frames; i++) {
            into[at + i] = (float) x[i];
        }
        for (int i = at; i < at + frames; i++) {
            into[i] = Math.max(-LOUDEST, Math.min(LOUDEST, into[i]));
        }
    }

    private double compute(EqualizerBand[] bands) {
        double gain = db == 0 ? 1 : AnalogPrototype.gain(db);
        if (!auto) {
            return gain;
        }
        Arrays.fill(power, 1);
        multiply(bands, BandChannel.STEREO, power);
        multiplyPair(bands, BandChannel.LEFT, BandChannel.RIGHT);
        multiplyPair(bands, BandChannel.MID, BandChannel.SIDE);
        double louder = loudness.powerGain(power);
        return gain / Math.sqrt(Math.max(1 / LARGEST_AUTO, Math.min(LARGEST_AUTO, louder)));
    }

    /** Half of the power of a wide programme is in each of left and right, and in each of mid and side. */
    private void multiplyPair(EqualizerBand[] bands, BandChannel one, BandChannel other) {
        Arrays.fill(pair, 1);
        Arrays.fill(partner, 1);
        multiply(bands, one, pair);
        multiply(bands, other, partner);
        for (int i = 0; i < power.length; i++) {
            power[i] *= (pair[i] + partner[i]) / 2;
        }
    }

    private static void multiply(EqualizerBand[] bands, BandChannel channel, double[] product) {
        for (EqualizerBand band : bands) {
            if (band.designedChannel() == channel) {
                double[] factor = band.power();
                for (int i = 0; i < product.length; i++) {
                    product[i] *= factor[i];
                }
            }
        }
    }
}
