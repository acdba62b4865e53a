package io.arioso.plugins.compressor;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

/** The contract with everything in the way that can be: side-chain, lookahead, mid/side, clip, loose link, memory. */
class BusyCompressorContractTest extends PluginContract {
    @Override
    protected AudioPlugin newPlugin() {
        Compressor compressor = new Compressor();
        compressor.curve.style.set(Style.OPTO);
        compressor.timing.lookaheadMs.set(4);
        compressor.key.detector.set(Detector.RMS);
        compressor.gain.stereoMode.set(StereoMode.MID_SIDE);
        compressor.gain.clip.set(true);
        return compressor;
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin
                .layout(BusLayout.STEREO.withSidechain(2))
                .without("V37", "it is judged away from its defaults")
                .settings("threshold=-24", "link=50", "attack_ms=5", "sc_external=on", "sc_hp_freq=100 Hz");
    }
}
