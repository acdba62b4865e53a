package io.arioso.plugins.reverb;

import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.CutFilter;
import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** Low and high cut in front of the space, and the four bands behind it. */
final class Filters {
    private static final double DECIBELS_OF_ONE_ORDER = 6;
    private static final int SLOPE = 12;

    private final LiveValue lowHz;
    private final LiveValue lowSlope;
    private final LiveValue highHz;
    private final LiveValue highSlope;
    private final CutFilter low;
    private final CutFilter high;
    private final PostBand[] bands;
    private final LiveValue[][] bandValues;
    private final ParametricEqualizer equalizer;

    Filters(Reverb effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        lowHz = setup.live(effect.lowCutHz);
        lowSlope = setup.live(effect.lowCutSlope);
        highHz = setup.live(effect.highCutHz);
        highSlope = setup.live(effect.highCutSlope);
        low = CutFilter.lowCut(setup.sampleRate(), channels);
        high = CutFilter.highCut(setup.sampleRate(), channels);
        bands = effect.postBands.toArray(PostBand[]::new);
        bandValues = new LiveValue[bands.length][];
        for (int band = 0; band < bands.length; band++) {
            bandValues[band] = bands[band].parameters().stream().map(setup::live).toArray(LiveValue[]::new);
        }
        equalizer = new ParametricEqualizer(setup.sampleRate(), channels);
        reset();
    }

    /** The order of a filter of a slope; 0 where it is off. */
    static int order(boolean on, LiveValue slope) {
        return on ? (int) (slope.plain() / DECIBELS_OF_ONE_ORDER) : 0;
    }

    void reset() {
        setCuts();
        low.reset();
        high.reset();
        for (int band = 0; band < bands.length; band++) {
            setBand(band);
        }
        equalizer.reset();
    }

    /** Takes over the parameters as of this block. */
    void follow() {
        if (lowHz.changed() || lowSlope.changed() || highHz.changed() || highSlope.changed()) {
            setCuts();
        }
        for (int band = 0; band < bands.length; band++) {
            boolean changed = false;
            for (LiveValue value : bandValues[band]) {
                changed |= value.changed();
            }
            if (changed) {
                setBand(band);
            }
        }
    }

    private void setCuts() {
        low.set(lowHz.plain(), order(lowHz.plain() > Reverb.LOW_CUT_OFF_HZ, lowSlope));
        high.set(highHz.plain(), order(highHz.plain() < Reverb.HIGH_CUT_OFF_HZ, highSlope));
    }

    private void setBand(int band) {
        LiveValue[] values = bandValues[band];
        if (values[1].plain() == 0) {
            equalizer.setBandOff(band);
        } else {
            equalizer.setBand(band, bands[band].shape(), values[0].plain(), values[1].plain(), values[2].plain(), SLOPE,
                BandChannel.STEREO);
        }
    }

    void processInput(float[][] planes, int frames) {
        low.process(planes, 0, frames);
        high.process(planes, 0, frames);
    }

    void processOutput(float[][] planes, int frames) {
        equalizer.process(planes, 0, frames);
    }
}
