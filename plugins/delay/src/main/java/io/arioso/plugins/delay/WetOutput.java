package io.arioso.plugins.delay;

import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;

/** What is done to all echoes at the end: width, balance, output gain. At rest the bits pass. */
final class WetOutput {
    private final SmoothRow width;
    private final SmoothRow pan;
    private final SmoothRow gain;

    WetOutput(Delay effect, ProcessSetup setup) {
        width = new SmoothRow(setup.smooth(effect.width, percent -> (percent / 100 - 1) / 2), DelayProcessor.STRETCH);
        pan = new SmoothRow(setup.smooth(effect.pan, percent -> percent / 100), DelayProcessor.STRETCH);
        gain = new SmoothRow(setup.smooth(effect.outputDb, Decibels::toGain), DelayProcessor.STRETCH);
    }

    void process(float[][] wet, int frames) {
        width.next(frames);
        pan.next(frames);
        gain.next(frames);
        if (wet.length == 2) {
            if (!width.is(0)) {
                spread(wet[0], wet[1], frames);
            }
            if (!pan.is(0)) {
                balance(wet[0], wet[1], frames);
            }
        }
        if (!gain.is(1)) {
            for (float[] plane : wet) {
                for (int i = 0; i < frames; i++) {
                    plane[i] *= gain.values()[i];
                }
            }
        }
    }

    /** The side grows by the width: l + k (l - r), k = (width - 1) / 2. */
    private void spread(float[] left, float[] right, int frames) {
        float[] k = width.values();
        for (int i = 0; i < frames; i++) {
            float more = k[i] * (left[i] - right[i]);
            left[i] += more;
            right[i] -= more;
        }
    }

    private void balance(float[] left, float[] right, int frames) {
        float[] place = pan.values();
        for (int i = 0; i < frames; i++) {
            left[i] *= Math.min(1, 1 - place[i]);
            right[i] *= Math.min(1, 1 + place[i]);
        }
    }
}
