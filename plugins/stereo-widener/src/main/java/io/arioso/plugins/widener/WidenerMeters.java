package io.arioso.plugins.widener;

import io.arioso.dsp.meter.CorrelationMeter;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;

/**
 * Shows correlation before and after, what mono loses, the widths of the bands and what the guard takes, twenty times a
 * second. [audio-thread] Offline, where nobody watches, only the guard is shown.
 */
final class WidenerMeters {
    private static final double FIGURES_PER_SECOND = 20;
    /** Stretches of which one is measured for correlation: the needle moves as ever, at a quarter of the price. */
    private static final int ONE_CALL_IN = 4;
    /** A gain below this is shown as this. */
    private static final double LEAST_GAIN = 1e-5;

    private final StereoWidener effect;
    private final CorrelationMeter input;
    private final CorrelationMeter output;
    private final BandWidthMeter bandWidths;
    private final boolean watched;
    private final int framesPerFigure;
    private int framesToFigure;
    private int call;

    WidenerMeters(StereoWidener effect, ProcessSetup setup, int maxFrames) {
        this.effect = effect;
        input = new CorrelationMeter(setup.sampleRate() / ONE_CALL_IN);
        output = new CorrelationMeter(setup.sampleRate() / ONE_CALL_IN);
        bandWidths = new BandWidthMeter(effect, setup, maxFrames);
        watched = !setup.offline();
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
        reset();
    }

    void takeInput(float[] left, float[] right, int offset, int frames) {
        call = (call + 1) % ONE_CALL_IN;
        if (watched && call == 0) {
            input.process(left, right, offset, frames);
        }
    }

    /** Measures the output, which is also given as mid and side before balance and output gain. */
    void takeOutput(float[] left, float[] right, int offset, float[] mid, float[] side, int frames,
                    CorrelationGuard guard) {
        if (watched) {
            if (call == 0) {
                output.process(left, right, offset, frames);
            }
            bandWidths.take(mid, side, frames);
        }
        framesToFigure -= frames;
        if (framesToFigure <= 0) {
            framesToFigure = framesPerFigure;
            publish(guard.takeLeastGain());
        }
    }

    private void publish(double leastGuardGain) {
        effect.gainReduction.publish(-Decibels.fromGain(Math.max(leastGuardGain, LEAST_GAIN)));
        if (watched) {
            effect.correlationIn.publish(input.correlation());
            effect.correlationOut.publish(output.correlation());
            effect.monoLoss.publish(-Decibels.fromGain(Math.max(Math.sqrt(output.monoShare()), LEAST_GAIN)));
        }
    }

    void reset() {
        input.reset();
        output.reset();
        bandWidths.reset();
        framesToFigure = framesPerFigure;
    }
}
