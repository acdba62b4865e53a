package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** Rooms, halls, plates and your own impulse responses. */
@PluginInfo(id = "io.arioso.reverb", name = "Arioso Reverb", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.REVERB, description = "Rooms, halls, plates and your own impulse responses")
public final class Reverb extends AudioEffect {

    /** An instance with everything at its default. [main-thread] */
    public Reverb() {
        mixParameter(100);
        deltaParameter();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
