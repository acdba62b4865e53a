package io.arioso.plugins.reverb;

import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Skew;
import java.util.List;

/** The six parameters by which parts of the spectrum last longer or shorter than the decay time. */
final class DecayBands {
    private static final String[] IDS = {"decay_100", "decay_250", "decay_630", "decay_1k6", "decay_4k", "decay_10k"};
    private static final String[] NAMES = {"100 Hz", "250 Hz", "630 Hz", "1.6 kHz", "4 kHz", "10 kHz"};
    private static final double[] DEFAULTS = {100, 100, 100, 100, 100, 60};

    private DecayBands() {
    }

    /** New parameters, low to high: per cent of the decay time. */
    static List<FloatParameter> parameters() {
        FloatParameter[] bands = new FloatParameter[IDS.length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = FloatParameter.percent(IDS[band], "Decay at " + NAMES[band], 10, 400, DEFAULTS[band])
                .skew(Skew.LOGARITHMIC).group("Decay by frequency");
        }
        return List.of(bands);
    }
}
