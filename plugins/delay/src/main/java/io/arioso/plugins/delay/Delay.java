package io.arioso.plugins.delay;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** Echoes in time with the song. */
@PluginInfo(id = "io.arioso.delay", name = "Arioso Delay", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.DELAY, description = "Echoes in time with the song")
public final class Delay extends AudioEffect {

    /** An instance with everything at its default. [main-thread] */
    public Delay() {
        mixParameter(100);
        deltaParameter();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
