package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.FastDecibels;
import io.arioso.dsp.dynamics.LevelDetector;
import io.arioso.dsp.dynamics.LevelKind;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** The level of the key in decibels: for each channel, or one for both. */
final class KeyLevels {
    private static final KeySource[] SOURCES = KeySource.values();

    private final LiveValue source;
    private final boolean midSide;
    private final LevelDetector[] detectors;
    private final float[][] turned;
    private final double[][] powers;

    KeyLevels(Compressor effect, ProcessSetup setup, int keyChannels) {
        source = setup.live(effect.key.source);
        midSide = effect.gain.stereoMode.value() == StereoMode.MID_SIDE && keyChannels == 2;
        detectors = new LevelDetector[keyChannels];
        for (int i = 0; i < keyChannels; i++) {
            detectors[i] = detector(effect, setup.sampleRate());
        }
        turned = new float[2][Chunk.FRAMES];
        powers = new double[2][Chunk.FRAMES];
        rehearse();
    }

    /** Does once what the audio thread may do much later, so that no class is loaded there. */
    private void rehearse() {
        together(new float[detectors.length][1], new double[1], 1);
        reset();
    }

    private static LevelDetector detector(Compressor effect, double sampleRate) {
        double rmsMs = effect.key.rmsMs.plain();
        LevelDetector chosen = effect.key.detector.value().kind().detector(sampleRate, rmsMs);
        return effect.curve.style.value() == Style.VOCAL
            ? new VocalLevel(chosen, LevelKind.RMS_SMOOTH.detector(sampleRate, rmsMs)) : chosen;
    }

    /** Whether the channels have levels of their own now. */
    boolean separate() {
        return detectors.length == 2 && SOURCES[source.index()] == KeySource.MAX;
    }

    /** Writes one level for all channels. */
    void together(float[][] key, double[] levels, int frames) {
        float[][] heard = heard(key, frames);
        KeySource now = detectors.length == 2 ? SOURCES[source.index()] : KeySource.LEFT;
        double[] first = powers[0];
        switch (now) {
            case LEFT -> detectors[0].process(heard[0], 0, first, frames);
            case RIGHT -> detectors[0].process(heard[1], 0, first, frames);
            case MID -> detectors[0].process(midSide ? heard[0] : turn(key, 1, turned[0], frames), 0, first, frames);
            case SIDE -> detectors[0].process(midSide ? heard[1] : turn(key, -1, turned[0], frames), 0, first, frames);
            default -> both(heard, now == KeySource.SUM, frames);
        }
        for (int i = 0; i < frames; i++) {
            levels[i] = FastDecibels.powerToDb(first[i]);
        }
    }

    private void both(float[][] heard, boolean sum, int frames) {
        double[] first = powers[0];
        double[] second = powers[1];
        detectors[0].process(heard[0], 0, first, frames);
        detectors[1].process(heard[1], 0, second, frames);
        for (int i = 0; i < frames; i++) {
            double a = first[i];
            double b = second[i];
            first[i] = sum ? a + b : a > b ? a : b;
        }
    }

    /** Writes a level for each of two channels. */
    void apart(float[][] key, double[][] levels, int frames) {
        float[][] heard = heard(key, frames);
        for (int channel = 0; channel < 2; channel++) {
            detectors[channel].process(heard[channel], 0, levels[channel], frames);
            FastDecibels.powerToDb(levels[channel], frames);
        }
    }

    /** The key, turned into mid and side where the gains act on these. */
    private float[][] heard(float[][] key, int frames) {
        if (!midSide) {
            return key;
        }
        turn(key, 1, turned[0], frames);
        turn(key, -1, turned[1], frames);
        return turned;
    }

    private static float[] turn(float[][] key, float sign, float[] out, int frames) {
        float[] left = key[0];
        float[] right = key[1];
        for (int i = 0; i < frames; i++) {
            out[i] = (left[i] + sign * right[i]) * 0.5f;
        }
        return out;
    }

    void reset() {
        for (LevelDetector detector : detectors) {
            detector.reset();
        }
    }

    /** The mean level, or a peak that stands more than 6 dB above it. */
    private static final class VocalLevel implements LevelDetector {
        private static final double PEAK_SHARE = 0.25;

        private final LevelDetector peak;
        private final LevelDetector body;
        private final double[] bodyPower = new double[Chunk.FRAMES];

        VocalLevel(LevelDetector peak, LevelDetector body) {
            this.peak = peak;
            this.body = body;
        }

        @Override
        public void process(float[] in, int from, double[] power, int frames) {
            peak.process(in, from, power, frames);
            body.process(in, from, bodyPower, frames);
            for (int i = 0; i < frames; i++) {
                double spike = power[i] * PEAK_SHARE;
                power[i] = spike > bodyPower[i] ? spike : bodyPower[i];
            }
        }

        @Override
        public void reset() {
            peak.reset();
            body.reset();
        }
    }
}
