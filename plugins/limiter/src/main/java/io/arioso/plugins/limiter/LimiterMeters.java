package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LookaheadLimiter;
import io.arioso.dsp.meter.ChannelWeights;
import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.dsp.meter.TruePeakDetector;
import io.arioso.dsp.meter.TruePeakReader;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import java.util.Arrays;

/**
 * Measures a limiter's input and output and shows the figures twenty times a second.
 *
 * <p>Loudness and true peak count from the last reset; gain reduction is the greatest since the last figure. The output
 * is measured before unity gain takes the gain back: it is what will be delivered.
 */
final class LimiterMeters {
    private static final double FIGURES_PER_SECOND = 20;
    private static final int MAX_WEIGHTED_CHANNELS = 8;

    private final Limiter effect;
    private final LiveValue gainDb;
    private final LiveValue targetOn;
    private final LiveValue targetLufs;
    private final LoudnessMeter loudnessIn;
    private final LoudnessMeter loudnessOut;
    private final TruePeakDetector[] peaksIn;
    private final TruePeakDetector[] peaksOut;
    private final int framesPerFigure;
    private int framesToFigure;

    LimiterMeters(Limiter effect, ProcessSetup setup) {
        this.effect = effect;
        gainDb = setup.live(effect.gainDb);
        targetOn = setup.live(effect.targetOn);
        targetLufs = setup.live(effect.targetLufs);
        double[] weights = weights(setup.layout().channels());
        loudnessIn = new LoudnessMeter(setup.sampleRate(), weights);
        loudnessOut = new LoudnessMeter(setup.sampleRate(), weights);
        peaksIn = detectors(weights.length, setup.sampleRate());
        peaksOut = detectors(weights.length, setup.sampleRate());
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
        framesToFigure = framesPerFigure;
    }

    private static double[] weights(int channels) {
        if (channels <= MAX_WEIGHTED_CHANNELS) {
            return ChannelWeights.forChannels(channels);
        }
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static TruePeakDetector[] detectors(int channels, double sampleRate) {
        TruePeakDetector[] detectors = new TruePeakDetector[channels];
        for (int channel = 0; channel < channels; channel++) {
            detectors[channel] = new TruePeakDetector(sampleRate, TruePeakReader.STANDARD);
        }
        return detectors;
    }

    void takeInput(float[][] planes, int frames) {
        measure(loudnessIn, peaksIn, planes, frames);
    }

    void takeOutput(float[][] planes, int frames, LookaheadLimiter limiter) {
        measure(loudnessOut, peaksOut, planes, frames);
        framesToFigure -= frames;
        if (framesToFigure <= 0) {
            framesToFigure = framesPerFigure;
            publish(limiter.takeLeastGain());
        }
    }

    private static void measure(LoudnessMeter loudness, TruePeakDetector[] peaks, float[][] planes, int frames) {
        loudness.process(planes, 0, frames);
        for (int channel = 0; channel < peaks.length; channel++) {
            peaks[channel].process(planes[channel], 0, frames);
        }
    }

    private void publish(double leastGain) {
        effect.gainReduction.publish(leastGain >= 1 ? 0 : -Decibels.fromGain(leastGain));
        effect.truePeakIn.publish(Decibels.fromGain(highest(peaksIn)));
        effect.truePeakOut.publish(Decibels.fromGain(highest(peaksOut)));
        double integrated = loudnessOut.integratedLufs();
        effect.loudnessIn.publish(loudnessIn.integratedLufs());
        effect.loudnessOut.publish(integrated);
        effect.shortTermOut.publish(loudnessOut.shortTermLufs());
        effect.suggestedGain.publish(suggestedGain(integrated));
    }

    /** The gain that would reach the target if the limiter gave back all it is fed; NaN without target or sound. */
    private double suggestedGain(double integrated) {
        if (!targetOn.on() || integrated == Double.NEGATIVE_INFINITY) {
            return Double.NaN;
        }
        double wanted = gainDb.plain() + targetLufs.plain() - integrated;
        return Math.max(effect.gainDb.minimum(), Math.min(effect.gainDb.maximum(), wanted));
    }

    private static double highest(TruePeakDetector[] detectors) {
        double highest = 0;
        for (TruePeakDetector detector : detectors) {
            highest = Math.max(highest, detector.truePeak());
        }
        return highest;
    }

    void reset() {
        loudnessIn.reset();
        loudnessOut.reset();
        for (int channel = 0; channel < peaksIn.length; channel++) {
            peaksIn[channel].reset();
            peaksOut[channel].reset();
        }
        framesToFigure = framesPerFigure;
    }
}
