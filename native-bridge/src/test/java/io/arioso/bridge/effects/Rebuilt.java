package io.arioso.bridge.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;

/** Multiplies by a factor that only a new processor follows; it never asks for one. Its bands are numbered. */
@PluginInfo(id = "io.arioso.test.rebuilt", name = "Rebuilt", vendor = "Arioso Tests", version = "1.0.0",
    category = PluginCategory.UTILITY, description = "Follows with a new processor alone.")
public final class Rebuilt extends AudioEffect {
    /** Declared first and listed last. */
    public static final int BANDS = 3;

    private final FloatParameter factor;

    /** Declares the bands in front of the factor. */
    public Rebuilt() {
        for (int band = 1; band <= BANDS; band++)
            parameter(FloatParameter.of("band" + band + "_gain", "Band " + band, Unit.NONE, 0, 1, 0));
        factor = parameter(FloatParameter.of("factor", "Factor", Unit.NONE, 0, 1, 1).notAutomatable());
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        float fixed = (float) factor.plain();
        return context -> {
            AudioBuffer audio = context.audio();
            for (int channel = 0; channel < audio.channels(); channel++)
                for (int frame = 0; frame < audio.frames(); frame++) audio.channel(channel)[frame] *= fixed;
        };
    }
}
