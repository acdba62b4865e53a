package io.arioso.plugins.widener;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** Wider in four bands, with an untouched mono sum. */
@PluginInfo(id = "io.arioso.widener", name = "Arioso Stereo Widener", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.STEREO, description = "Wider in four bands, with an untouched mono sum")
public final class StereoWidener extends AudioEffect {

    /** An instance with everything at its default. [main-thread] */
    public StereoWidener() {
        mixParameter(100);
        deltaParameter();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
