package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadLimiter;
import io.arioso.dsp.dynamics.PeakGrid;
import io.arioso.dsp.filter.Crossover;
import io.arioso.dsp.stereo.MidSide;
import io.arioso.sdk.ProcessSetup;
import java.util.Arrays;

/**
 * Limits mid and side, or bands, or the bands of mid and side each by themselves, and puts them together again.
 *
 * <p>Each part stays under the ceiling; their sum need not, so the limiter proper follows and finds less to do: a bass
 * note no longer ducks the cymbals, nor the voice in the middle the room at the sides. Only samples count here.
 */
final class PartLimiter {
    private static final int BANDS = 4;
    private static final double[] CORNERS_HZ = {120, 800, 5000};

    private final boolean midSide;
    private final Crossover crossover;
    private final LookaheadLimiter[] limiters;
    private final float[][][] parts;
    private final float[] mid;
    private final float[] side;

    PartLimiter(Limiter effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        midSide = effect.midSide.on() && channels == 2;
        boolean bands = effect.multiband.on();
        crossover = bands ? new Crossover(setup.sampleRate(), BANDS, channels) : null;
        limiters = new LookaheadLimiter[bands ? BANDS : 1];
        Style style = effect.style.value();
        for (int part = 0; part < limiters.length; part++) {
            limiters[part] = new LookaheadLimiter(setup.sampleRate(), channels, effect.lookaheadMs.plain(),
                style.gain(), effect.attack.value().shape(style), PeakGrid.SAMPLES);
        }
        parts = new float[limiters.length][channels][setup.maxFrames()];
        mid = new float[midSide ? setup.maxFrames() : 0];
        side = new float[mid.length];
        for (int corner = 0; bands && corner < CORNERS_HZ.length; corner++) {
            crossover.setCorner(corner, Math.min(CORNERS_HZ[corner], 0.4 * setup.sampleRate()));
        }
    }

    /** Whether the settings ask for one. */
    static boolean wanted(Limiter effect, ProcessSetup setup) {
        return effect.multiband.on() || effect.midSide.on() && setup.layout().channels() == 2;
    }

    int latencyFrames() {
        return limiters[0].latencyFrames();
    }

    void setRelease(double releaseMs, boolean automatic) {
        for (LookaheadLimiter limiter : limiters) {
            limiter.setRelease(releaseMs, automatic);
        }
    }

    /** Sets the links; mid and side are not linked. */
    void setLinks(double link, double releaseLink) {
        for (LookaheadLimiter limiter : limiters) {
            limiter.setLink(midSide ? 0 : link);
            limiter.setReleaseLink(midSide ? 0 : releaseLink);
        }
    }

    void process(float[][] planes, int frames, Ceiling ceiling) {
        if (midSide) {
            encode(planes, frames);
        }
        if (crossover == null) {
            ceiling.limit(limiters[0], planes, frames);
        } else {
            limitBands(planes, frames, ceiling);
        }
        if (midSide) {
            decode(planes, frames);
        }
    }

    private void limitBands(float[][] planes, int frames, Ceiling ceiling) {
        crossover.process(planes, 0, parts, 0, frames);
        for (int channel = 0; channel < planes.length; channel++) {
            Arrays.fill(planes[channel], 0, frames, 0f);
        }
        for (int band = 0; band < limiters.length; band++) {
            ceiling.limit(limiters[band], parts[band], frames);
            for (int channel = 0; channel < planes.length; channel++) {
                add(parts[band][channel], planes[channel], frames);
            }
        }
    }

    private static void add(float[] from, float[] to, int frames) {
        for (int i = 0; i < frames; i++) {
            to[i] = to[i] + from[i];
        }
    }

    private void encode(float[][] planes, int frames) {
        MidSide.encode(planes[0], planes[1], 0, mid, side, frames);
        System.arraycopy(mid, 0, planes[0], 0, frames);
        System.arraycopy(side, 0, planes[1], 0, frames);
    }

    private void decode(float[][] planes, int frames) {
        System.arraycopy(planes[0], 0, mid, 0, frames);
        System.arraycopy(planes[1], 0, side, 0, frames);
        MidSide.decode(mid, side, planes[0], planes[1], 0, frames);
    }

    float takeLeastGain() {
        float least = 1;
        for (LookaheadLimiter limiter : limiters) {
            least = Math.min(least, limiter.takeLeastGain());
        }
        return least;
    }

    void reset() {
        if (crossover != null) {
            crossover.reset();
        }
        for (LookaheadLimiter limiter : limiters) {
            limiter.reset();
        }
    }
}
