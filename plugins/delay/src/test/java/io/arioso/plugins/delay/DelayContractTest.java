package io.arioso.plugins.delay;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;

class DelayContractTest extends PluginContract {
    @Override
    protected AudioPlugin newPlugin() {
        return new Delay();
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin.settings("time_ms=20 ms", "feedback=30 %")
            .neutralWithin(Double.NEGATIVE_INFINITY, "mix=0 %")
            .without("V31", "a feedback above 100 % grows up to its limiter; DelayFeedbackTest holds it there");
    }
}
