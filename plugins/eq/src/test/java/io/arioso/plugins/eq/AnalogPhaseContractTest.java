package io.arioso.plugins.eq;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

/** The contract in analog phase. */
class AnalogPhaseContractTest extends PluginContract {
    /** 32 bands may each add 36 dB; the output stops at +120 dBFS. */
    private static final double LOUDEST_DB = 120;
    /** A resonance that sweeps across the sine is heard, and is meant to be. */
    private static final double SWEEP_DB = -59;

    @Override
    protected AudioPlugin newPlugin() {
        Equalizer equalizer = new Equalizer(4);
        equalizer.phase.set(Phase.ANALOG);
        return equalizer;
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin
                .settings("band1_on=on", "band1_freq=10 kHz", "band1_gain=9 dB",
                        "band2_on=on", "band2_type=high pass", "band2_freq=60 Hz", "band2_slope=24",
                        "band3_on=on", "band3_type=high shelf", "band3_freq=15 kHz", "band3_gain=-5 dB",
                        "band4_on=on", "band4_gain=3 dB", "band4_freq=3 kHz", "band4_channel=side")
                .neutralWithin(Double.NEGATIVE_INFINITY, "band1_gain=0 dB", "band1_on=on")
                .maxPeakDb(LOUDEST_DB)
                .without("V37", "this test chose the phase")
                .zipperBoundDb("band1_freq", SWEEP_DB)
                .zipperBoundDb("band2_freq", SWEEP_DB);
    }
}
