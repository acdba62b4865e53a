package io.arioso.plugins.compressor;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** Levels, glues, ducks and gates. */
@PluginInfo(id = "io.arioso.compressor", name = "Arioso Compressor", vendor = "Arioso", version = "1.0.0",
        category = PluginCategory.DYNAMICS, description = "Levels, glues, ducks and gates")
public final class Compressor extends AudioEffect {

    /** An instance with everything at its default. [main-thread] */
    public Compressor() {
        mixParameter(100);
        deltaParameter();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
