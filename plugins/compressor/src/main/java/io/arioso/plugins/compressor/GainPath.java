package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.FastDecibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.Transport;

/**
 * From the key to a gain for each channel: levels, curve, link, attack and release, lookahead.
 *
 * <p>Fully linked, one chain serves both channels. When the link loosens, the second takes the first's state over; when
 * it closes again, both run on until they are equal to 0.0001 dB, so that neither way a step is heard.
 */
final class GainPath {
    private static final double EQUAL_DB = 1e-4;

    private final boolean stereo;
    private final StaticCurve curve;
    private final Times times;
    private final KeyLevels levels;
    private final Follower[] followers;
    private final LookaheadRamp[] ramps;
    private final Smoother link;
    private final float[] links = new float[Chunk.FRAMES];
    private final double[][] levelDb;
    private final double[][] values;
    private final float[][] gains;
    private boolean apart;

    /** @param lookaheadFrames by which the key is early, 0 or more */
    GainPath(Compressor effect, ProcessSetup setup, int keyChannels, int lookaheadFrames) {
        stereo = setup.layout().channels() == 2;
        curve = new StaticCurve(effect.curve, setup);
        times = new Times(effect.timing, setup, 1000 * lookaheadFrames / setup.sampleRate());
        levels = new KeyLevels(effect, setup, keyChannels);
        int chains = stereo ? 2 : 1;
        followers = new Follower[chains];
        ramps = new LookaheadRamp[lookaheadFrames > 0 ? chains : 0];
        for (int i = 0; i < chains; i++) {
            followers[i] = new Follower(effect.curve.style.value(), setup.sampleRate());
            if (lookaheadFrames > 0) {
                ramps[i] = new LookaheadRamp(lookaheadFrames);
            }
        }
        link = setup.smooth(effect.key.link, percent -> percent / 100);
        levelDb = new double[chains][Chunk.FRAMES];
        values = new double[chains][Chunk.FRAMES];
        gains = new float[chains][Chunk.FRAMES];
    }

    /** Reads the parameters at the start of a block. */
    void follow(Transport transport) {
        times.follow(transport, followers);
    }

    /** Computes the gains of the next frames within one cell of the grid. */
    void process(float[][] key, int frames) {
        curve.advance(frames);
        times.adapt(key, frames);
        boolean wanted = stereo && levels.separate() && (link.moving() || link.current() < 1);
        if (wanted && !apart) {
            followers[1].copyFrom(followers[0]);
            if (ramps.length > 0) {
                ramps[1].copyFrom(ramps[0]);
            }
        }
        apart |= wanted;
        if (apart && levels.separate()) {
            levels.apart(key, levelDb, frames);
            chase(2, frames);
        } else {
            levels.together(key, levelDb[0], frames);
            if (apart) {
                System.arraycopy(levelDb[0], 0, levelDb[1], 0, frames);
            }
            chase(apart ? 2 : 1, frames);
        }
    }

    private void chase(int chains, int frames) {
        for (int chain = 0; chain < chains; chain++) {
            System.arraycopy(levelDb[chain], 0, values[chain], 0, frames);
            curve.apply(values[chain], frames);
        }
        if (chains == 2) {
            link(frames);
        } else {
            link.skip(frames);
        }
        double sign = curve.sign();
        for (int chain = 0; chain < chains; chain++) {
            double[] v = values[chain];
            followers[chain].process(v, levelDb[chain], frames, curve);
            if (ramps.length > 0) {
                ramps[chain].process(v, frames);
            }
            float[] out = gains[chain];
            for (int i = 0; i < frames; i++) {
                out[i] = (float) FastDecibels.toGain(sign * v[i]);
            }
        }
    }

    /** Draws both channels towards the one that asks for more. */
    private void link(int frames) {
        link.fill(links, frames);
        double[] first = values[0];
        double[] second = values[1];
        for (int i = 0; i < frames; i++) {
            double most = Math.max(first[i], second[i]);
            double loose = 1 - links[i];
            first[i] = most - loose * (most - first[i]);
            second[i] = most - loose * (most - second[i]);
        }
    }

    /** The gains of one channel, from index 0 on; the same array for both while they are linked. */
    float[] gains(int channel) {
        return gains[apart ? channel : 0];
    }

    /** The curve as it is now. */
    StaticCurve curve() {
        return curve;
    }

    /** What is due at the end of each cell of the grid. */
    void finishCell() {
        times.finishCell(followers);
        for (Follower follower : followers) {
            follower.flush();
        }
        boolean closed = !levels.separate() || !link.moving() && link.current() == 1;
        if (apart && closed && followers[0].distanceTo(followers[1]) < EQUAL_DB) {
            apart = false;
        }
    }

    void reset() {
        times.reset();
        levels.reset();
        for (Follower follower : followers) {
            follower.reset();
        }
        for (LookaheadRamp ramp : ramps) {
            ramp.reset();
        }
        apart = false;
    }
}
