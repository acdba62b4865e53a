package io.arioso.plugins.limiter;

import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/**
 * Measures a limiter's input and output and shows the figures twenty times a second.
 *
 * <p>Loudness and true peak count from the last reset; gain reduction is the greatest since the last figure. The output
 * is measured before unity gain takes the gain back: it is what will be delivered. Offline, where nobody watches and
 * the host measures the file itself, only gain reduction is shown: the rest would cost as much as the limiter.
 */
final class LimiterMeters {
    private static final double FIGURES_PER_SECOND = 20;

    private final Limiter effect;
    private final LiveValue gainDb;
    private final LiveValue targetOn;
    private final LiveValue targetLufs;
    private final SideMeter input;
    private final SideMeter output;
    private final boolean watched;
    private final int framesPerFigure;
    private int framesToFigure;

    LimiterMeters(Limiter effect, ProcessSetup setup) {
        this.effect = effect;
        gainDb = setup.live(effect.gainDb);
        targetOn = setup.live(effect.targetOn);
        targetLufs = setup.live(effect.targetLufs);
        input = new SideMeter(setup.sampleRate(), setup.layout().channels());
        output = new SideMeter(setup.sampleRate(), setup.layout().channels());
        watched = !setup.offline();
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
        framesToFigure = framesPerFigure;
    }

    void takeInput(float[][] planes, int frames) {
        if (watched) {
            input.take(planes, frames);
        }
    }

    void takeOutput(float[][] planes, int frames, LimiterStages stages) {
        if (watched) {
            output.take(planes, frames);
        }
        framesToFigure -= frames;
        if (framesToFigure <= 0) {
            framesToFigure = framesPerFigure;
            publishReductions(stages);
            if (watched) {
                publishSides();
            }
        }
    }

    private void publishReductions(LimiterStages stages) {
        effect.gainReduction.publish(reductionDb(stages.takeLeastGain()));
        effect.partReduction.publish(reductionDb(stages.takeLeastPartGain()));
        effect.clipReduction.publish(reductionDb(stages.takeLeastClipGain()));
    }

    private static double reductionDb(double leastGain) {
        return leastGain >= 1 ? 0 : -Decibels.fromGain(leastGain);
    }

    private void publishSides() {
        effect.truePeakIn.publish(Decibels.fromGain(input.truePeak()));
        effect.truePeakOut.publish(Decibels.fromGain(output.truePeak()));
        double integrated = output.integratedLufs();
        effect.loudnessIn.publish(input.integratedLufs());
        effect.loudnessOut.publish(integrated);
        effect.shortTermOut.publish(output.shortTermLufs());
        effect.overMinus14.publish(integrated + 14);
        effect.overMinus16.publish(integrated + 16);
        effect.overMinus23.publish(integrated + 23);
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

    void reset() {
        input.reset();
        output.reset();
        framesToFigure = framesPerFigure;
    }
}
