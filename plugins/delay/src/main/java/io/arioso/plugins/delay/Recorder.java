package io.arioso.plugins.delay;

import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.shape.AntialiasedSoftClip;
import io.arioso.dsp.shape.SoftClip;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import java.util.Arrays;

/**
 * What is written to the lines: input and feedback, saturated if the effect was prepared so, or, frozen, what was just
 * read.
 */
final class Recorder {
    private static final double MAX_DRIVE_DB = 18;
    /** Below this a loop is silent: it then comes to exact zeros and never to denormal numbers. */
    private static final float SILENCE = 1e-20f;

    private final AntialiasedSoftClip[] saturators;
    private final SoftClip curve = new SoftClip();
    private final SmoothRow drive;
    private final LiveValue drivePercent;
    private final float[] last;
    private final float[] row = new float[DelayProcessor.STRETCH];

    /** For so many lines; saturates if the topology does or the drive is up. */
    Recorder(Delay effect, ProcessSetup setup, int lines) {
        FloatParameter parameter = effect.drive;
        boolean saturates = effect.topology.value().saturates() || parameter.plain() > 0;
        drivePercent = setup.live(parameter);
        drive = new SmoothRow(
            setup.smooth(parameter, percent -> Decibels.toGain(percent / 100 * MAX_DRIVE_DB)), DelayProcessor.STRETCH);
        // Ceiling +3 dBFS before drive; all levels are bent, small ones unnoticeably.
        curve.setCeiling(Decibels.toGain(3), 0);
        saturators = new AntialiasedSoftClip[saturates ? lines : 0];
        for (int line = 0; line < saturators.length; line++) {
            saturators[line] = new AntialiasedSoftClip(curve);
        }
        last = new float[lines];
    }

    /** Frames by which the saturation is late: heads stand so much earlier. */
    int latencyFrames() {
        return saturators.length > 0 ? AntialiasedSoftClip.LATENCY_FRAMES : 0;
    }

    /** Whether drive is asked for and cannot be had before a restart. */
    boolean lacksSaturation() {
        return saturators.length == 0 && drivePercent.plain() > 0;
    }

    void next(int frames) {
        if (saturators.length > 0) {
            drive.next(frames);
        }
    }

    /**
     * Writes a piece.
     *
     * @param input  read from {@code from} on
     * @param fed    what is fed back, from index 0 on
     * @param kept   what was read, from index 0 on; written instead where frozen
     * @param frozen shares from {@code from} on; null where nothing is frozen
     */
    void write(int line, DelayLine to, float[] input, float[] fed, float[] kept, float[] frozen, int from, int frames) {
        float[] w = row;
        System.arraycopy(input, from, w, 0, frames);
        for (int i = 0; i < frames; i++) {
            w[i] += fed[i];
        }
        if (saturators.length > 0) {
            saturate(line, from, frames);
        }
        if (frozen != null) {
            hold(line, kept, frozen, from, frames);
        } else {
            last[line] = kept[frames - 1];
        }
        for (int i = 0; i < frames; i++) {
            if (Math.abs(w[i]) < SILENCE) {
                w[i] = 0;
            }
        }
        to.write(w, 0, frames);
    }

    private void saturate(int line, int from, int frames) {
        float[] w = row;
        float[] up = drive.values();
        for (int i = 0; i < frames; i++) {
            w[i] *= up[from + i];
        }
        saturators[line].process(w, 0, frames);
        for (int i = 0; i < frames; i++) {
            w[i] /= up[from + i];
        }
    }

    /** As late as the saturation would be, so that a frozen loop keeps its length. */
    private void hold(int line, float[] kept, float[] frozen, int from, int frames) {
        boolean late = saturators.length > 0;
        float before = last[line];
        for (int i = 0; i < frames; i++) {
            float share = frozen[from + i];
            row[i] = row[i] * (1 - share) + (late ? before : kept[i]) * share;
            before = kept[i];
        }
        last[line] = before;
    }

    void reset() {
        for (AntialiasedSoftClip saturator : saturators) {
            saturator.reset();
        }
        Arrays.fill(last, 0);
    }
}
