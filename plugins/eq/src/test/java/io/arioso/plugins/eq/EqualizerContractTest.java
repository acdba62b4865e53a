package io.arioso.plugins.eq;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class EqualizerContractTest extends PluginContract {
    /** 32 bands may each add 36 dB; the output stops at +120 dBFS. */
    private static final double LOUDEST_DB = 120;
    /** A resonance that sweeps across the sine is heard, and is meant to be. */
    private static final double SWEEP_DB = -59;

    /** Enough for every kind of parameter; {@link EqualizerTest} sees to it that all 32 bands are alike. */
    private static final int BANDS = 6;

    /** A detector that gets 1600 times narrower hears the sine anew after some 10 ms; meanwhile the gain comes back. */
    private static final double REHEARD_DB = -59;

    @Override
    protected AudioPlugin newPlugin() {
        return new Equalizer(BANDS);
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin
                .settings("band1_on=on", "band1_freq=10 kHz", "band1_gain=9 dB",
                        "band2_on=on", "band2_type=high pass", "band2_freq=60 Hz", "band2_slope=24",
                        "band3_on=on", "band3_type=high shelf", "band3_freq=15 kHz", "band3_gain=-5 dB",
                        "band4_on=on", "band4_type=flat tilt", "band4_gain=1.5 dB",
                        "band5_on=on", "band5_dyn_on=on", "band5_dyn_range=-9 dB", "band5_dyn_threshold=-30 dB",
                        "band6_on=on", "band6_type=high shelf", "band6_freq=6 kHz", "band6_channel=side",
                        "band6_dyn_on=on", "band6_dyn_mode=below", "band6_dyn_relative=on", "band6_dyn_average=50 %")
                .neutralWithin(Double.NEGATIVE_INFINITY, "band1_gain=0 dB", "band1_on=on")
                .maxPeakDb(LOUDEST_DB)
                .zipperBoundDb("band1_freq", SWEEP_DB)
                .zipperBoundDb("band2_freq", SWEEP_DB)
                .zipperBoundDb("band5_q", REHEARD_DB);
    }
}
