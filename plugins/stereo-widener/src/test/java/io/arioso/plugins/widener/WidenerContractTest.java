package io.arioso.plugins.widener;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class WidenerContractTest extends PluginContract {
    /** A corner that sweeps across the sine turns its phase by a full turn, which is heard as a short glide. */
    private static final double SWEEP_DB = -59;

    @Override
    protected AudioPlugin newPlugin() {
        return new StereoWidener();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin
                .settings("band1_width=0 %", "band2_width=105 %", "band3_width=125 %", "band4_width=140 %",
                        "mono_bass_freq=120 Hz", "side_gain=1.5 dB", "guard_on=on")
                .neutralWithin(Double.NEGATIVE_INFINITY, "width=100 %");
    }
}
