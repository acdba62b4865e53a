package io.arioso.benchmark;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Shorthand;

/** An effect for tests: a factor, and one more that belongs to a group which is off. */
public final class Halver extends AudioEffect {
    private final FloatParameter factor = parameter(FloatParameter.percent("factor", "Factor", 0, 100, 50));
    private final BoolParameter spareOn = parameter(new BoolParameter("spare_on", "Spare on", false).group("Spare"));
    private final FloatParameter spare = parameter(FloatParameter.percent("spare", "Spare", 0, 100, 50).group("Spare"));

    /** Declares a shorthand. */
    public Halver() {
        shorthand(new Shorthand("whole", "whole=on: leaves the sound alone", on -> factor.set(100)));
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        LiveValue live = setup.live(factor);
        return context -> {
            AudioBuffer audio = context.audio();
            for (int channel = 0; channel < audio.channels(); channel++)
                for (int frame = 0; frame < audio.frames(); frame++)
                    audio.channel(channel)[frame] *= (float) live.plain() / 100;
        };
    }
}
