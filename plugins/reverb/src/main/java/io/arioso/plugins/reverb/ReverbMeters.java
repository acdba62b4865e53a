package io.arioso.plugins.reverb;

import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;

/** Shows the level of the reverberation and what ducking and gate take from it, twenty times a second. */
final class ReverbMeters {
    private static final double FIGURES_PER_SECOND = 20;

    private final Reverb effect;
    private final int framesPerFigure;
    private int frames;
    private double squares;

    ReverbMeters(Reverb effect, ProcessSetup setup) {
        this.effect = effect;
        framesPerFigure = Math.max(1, (int) (setup.sampleRate() / FIGURES_PER_SECOND));
    }

    void reset() {
        frames = 0;
        squares = 0;
    }

    void take(float[][] planes, int count, KeyedGain gains) {
        for (float[] plane : planes) {
            squares += energy(plane, count);
        }
        frames += count;
        if (frames >= framesPerFigure) {
            effect.wetLevel.publish(Decibels.fromGain(Math.sqrt(squares / frames / planes.length)));
            float least = gains.takeLeast();
            effect.gainReduction.publish(least >= 1 ? 0 : -Decibels.fromGain(least));
            reset();
        }
    }

    /** Four sums side by side: one alone would wait for itself. */
    private static double energy(float[] plane, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += plane[i] * plane[i];
            b += plane[i + 1] * plane[i + 1];
            c += plane[i + 2] * plane[i + 2];
            d += plane[i + 3] * plane[i + 3];
        }
        for (; i < count; i++) {
            a += plane[i] * plane[i];
        }
        return (double) a + b + c + d;
    }
}
