package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.AttackShape;
import io.arioso.dsp.dynamics.LimiterStyle;
import io.arioso.dsp.dynamics.LookaheadLimiter;
import io.arioso.dsp.dynamics.PeakGrid;
import io.arioso.dsp.dynamics.WildSamples;
import io.arioso.sdk.ProcessSetup;

/**
 * The stages that the settings ask for, in their order: parts by themselves, clip assist, the limiter, a second look.
 *
 * <p>The first two are absent unless asked for; the limiter holds the ceiling whatever stands in front of it.
 */
final class LimiterStages {
    /** How far the second limiter of the safe style looks ahead: it has tenths of a decibel to move. */
    private static final double SECOND_LOOKAHEAD_MS = 1;

    private final PartLimiter parts;
    private final ClipAssist clip;
    private final LookaheadLimiter limiter;
    private final LookaheadLimiter second;
    private final int latencyFrames;

    LimiterStages(Limiter effect, ProcessSetup setup) {
        double rate = setup.sampleRate();
        int channels = setup.layout().channels();
        Style style = effect.style.value();
        AttackShape shape = effect.attack.value().shape(style);
        parts = PartLimiter.wanted(effect, setup) ? new PartLimiter(effect, setup) : null;
        clip = style == Style.LOUD ? new ClipAssist(effect, setup) : null;
        limiter = new LookaheadLimiter(rate, channels, effect.lookaheadMs.plain(), style.gain(), shape,
            effect.detection.value().grid());
        second = style != Style.SAFE ? null : new LookaheadLimiter(rate, channels, SECOND_LOOKAHEAD_MS,
            LimiterStyle.SAFE, AttackShape.ROUND, PeakGrid.SIXTEEN);
        latencyFrames = (parts == null ? 0 : parts.latencyFrames()) + (clip == null ? 0 : clip.latencyFrames())
            + limiter.latencyFrames() + (second == null ? 0 : second.latencyFrames());
    }

    int latencyFrames() {
        return latencyFrames;
    }

    void setTruePeak(boolean truePeak) {
        limiter.setTruePeak(truePeak);
        if (second != null) {
            second.setTruePeak(truePeak);
        }
    }

    void setRelease(double releaseMs, boolean automatic) {
        limiter.setRelease(releaseMs, automatic);
        if (parts != null) {
            parts.setRelease(releaseMs, automatic);
        }
        if (second != null) {
            second.setRelease(releaseMs, automatic);
        }
    }

    void setLinks(double link, double releaseLink) {
        limiter.setLink(link);
        limiter.setReleaseLink(releaseLink);
        if (parts != null) {
            parts.setLinks(link, releaseLink);
        }
        if (second != null) {
            second.setLink(link);
        }
    }

    void process(float[][] planes, int frames, Ceiling ceiling) {
        if (parts != null || clip != null) {
            for (float[] samples : planes) {
                WildSamples.silence(samples, 0, frames);
            }
        }
        if (parts != null) {
            parts.process(planes, frames, ceiling);
        }
        if (clip != null) {
            clip.process(planes, frames, ceiling);
        }
        ceiling.limit(limiter, planes, frames);
        if (second != null) {
            ceiling.limit(second, planes, frames);
        }
    }

    /** The lowest gain of the limiter since the last call, times that of its second look. */
    float takeLeastGain() {
        return limiter.takeLeastGain() * (second == null ? 1 : second.takeLeastGain());
    }

    /** The lowest gain that any part was given since the last call. */
    float takeLeastPartGain() {
        return parts == null ? 1 : parts.takeLeastGain();
    }

    /** The lowest gain that clipping amounted to since the last call. */
    float takeLeastClipGain() {
        return clip == null ? 1 : clip.takeLeastGain();
    }

    void reset() {
        if (parts != null) {
            parts.reset();
        }
        if (clip != null) {
            clip.reset();
        }
        limiter.reset();
        if (second != null) {
            second.reset();
        }
    }
}
