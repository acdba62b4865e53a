package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class ReverbContractTest extends PluginContract {
    @Override
    protected AudioPlugin newPlugin() {
        return new Reverb();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin.neutralWithin(Double.NEGATIVE_INFINITY, "mix=0 %").tailDb(-100);
    }
}
