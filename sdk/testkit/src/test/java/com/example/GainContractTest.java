package com.example;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class GainContractTest extends PluginContract {
    @Override
    protected AudioPlugin newPlugin() {
        return new Gain();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin.neutralWithin(Double.NEGATIVE_INFINITY, "gain=0 dB");
    }
}
