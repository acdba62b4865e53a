package com.example;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;

@PluginInfo(id = "com.example.gain", name = "Gain", vendor = "Example", version = "1.0.0")
public final class Gain extends AudioEffect {
    private final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));

    @Override public AudioProcessor prepare(ProcessSetup setup) {
        Smoother gain = setup.smooth(gainDb, Decibels::toGain);
        return context -> {
            AudioBuffer audio = context.audio();
            for (int frame = 0; frame < audio.frames(); frame++) {
                float factor = gain.next();
                for (int channel = 0; channel < audio.channels(); channel++) audio.channel(channel)[frame] *= factor;
            }
        };
    }
}
