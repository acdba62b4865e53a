package io.arioso.plugins.eq;

import io.arioso.dsp.filter.DynamicEqualizer;
import java.util.Arrays;

/** Shows the gains that the dynamic bands apply, twenty times a second: of each the one furthest from 0 since. */
final class DynamicMeters {
    private static final double FIGURES_PER_SECOND = 20;

    private final Equalizer effect;
    private final DynamicEqualizer equalizer;
    private final double[] largest;
    private final int framesPerFigure;
    private int framesToFigure;

    DynamicMeters(Equalizer effect, DynamicEqualizer equalizer, double sampleRate) {
        this.effect = effect;
        this.equalizer = equalizer;
        largest = new double[effect.bands.size()];
        framesPerFigure = Math.max(1, (int) (sampleRate / FIGURES_PER_SECOND));
        framesToFigure = framesPerFigure;
    }

    void advance(int frames) {
        for (int i = 0; i < largest.length && !equalizer.isIdle(); i++) {
            double gainDb = equalizer.band(i).gainDb();
            largest[i] = Math.abs(gainDb) > Math.abs(largest[i]) ? gainDb : largest[i];
        }
        framesToFigure -= frames;
        if (framesToFigure <= 0) {
            framesToFigure = framesPerFigure;
            publish();
        }
    }

    private void publish() {
        double most = 0;
        for (int i = 0; i < largest.length; i++) {
            effect.bandGains.get(i).publish(largest[i]);
            most = Math.abs(largest[i]) > Math.abs(most) ? largest[i] : most;
            largest[i] = 0;
        }
        effect.dynamicGain.publish(most);
    }

    void reset() {
        framesToFigure = framesPerFigure;
        Arrays.fill(largest, 0);
    }
}
