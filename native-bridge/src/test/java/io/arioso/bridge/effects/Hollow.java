package io.arioso.bridge.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** Leaves the sound alone: what a bridge costs is all that it costs. */
@PluginInfo(id = "io.arioso.test.hollow", name = "Hollow", vendor = "Arioso Tests", version = "1.0.0",
    category = PluginCategory.UTILITY, description = "Passes audio through.")
public final class Hollow extends AudioEffect {
    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2;
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
