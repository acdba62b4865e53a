package io.arioso.cli.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.LiveValue;

/** Stands in for the compressor: silent where its side-chain is not. */
@PluginInfo(id = "io.arioso.compressor", name = "Test compressor", vendor = "Arioso", version = "1.0.0",
    category = PluginCategory.DYNAMICS, description = "A compressor for tests")
public final class KeyedCompressor extends AudioEffect {
    private final BoolParameter external = parameter(new BoolParameter("sc_external", "External side-chain", false));

    /** Makes an instance. */
    public KeyedCompressor() {
    }

    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2;
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        LiveValue listens = setup.live(external);
        return context -> {
            AudioBuffer key = context.sidechain();
            if (!listens.on() || key.channels() == 0) return;
            for (int channel = 0; channel < context.audio().channels(); channel++)
                for (int frame = 0; frame < context.frames(); frame++)
                    if (key.channel(0)[frame] != 0) context.audio().channel(channel)[frame] = 0;
        };
    }
}
