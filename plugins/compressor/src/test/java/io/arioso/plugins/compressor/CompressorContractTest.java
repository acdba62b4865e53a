package io.arioso.plugins.compressor;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class CompressorContractTest extends PluginContract {
    @Override
    protected AudioPlugin newPlugin() {
        return new Compressor();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin
                .settings("threshold=-24", "ratio=4", "attack_ms=5", "release_ms=120", "makeup=6")
                .neutralWithin(Double.NEGATIVE_INFINITY, "ratio=1", "attack_ms=0.01");
    }
}
