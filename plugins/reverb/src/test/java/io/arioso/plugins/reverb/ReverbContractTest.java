package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class ReverbContractTest extends PluginContract {
    /** The declared tail ends where the sound is 100 dB down. */
    private static final double TAIL_DB = -100;

    /** The step falls on the start of the sine, 500 ms late: that start is what is heard. */
    private static final double LATE_START_DB = -70;

    /** 36 dB within the 20 ms of the equaliser. */
    private static final double SWEEP_DB = -75;

    /** 72 dB within 50 ms. */
    private static final double OUTPUT_DB = -85;

    /** The runner's straight line of 20 ms from the input to a sine of quite another phase. */
    private static final double MIX_DB = -80;

    @Override
    protected AudioPlugin newPlugin() {
        return new Reverb();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin.neutralWithin(Double.NEGATIVE_INFINITY, "mix=0 %").tailDb(TAIL_DB)
            .zipperBoundDb("predelay_ms", LATE_START_DB)
            .zipperBoundDb("output", OUTPUT_DB)
            .zipperBoundDb("mix", MIX_DB)
            .zipperBoundDb("eq1_gain", SWEEP_DB).zipperBoundDb("eq2_gain", SWEEP_DB)
            .zipperBoundDb("eq3_gain", SWEEP_DB).zipperBoundDb("eq4_gain", SWEEP_DB)
            .without("X11", "left and right of a space differ even for equal input")
            .without("X5", "modes move with the rounding of the lines; decay by rate is tested in ReverbTest");
    }
}
