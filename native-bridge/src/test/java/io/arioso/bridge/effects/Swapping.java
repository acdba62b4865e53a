package io.arioso.bridge.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Unit;

/** Multiplies by a factor that is fixed when it is prepared, and asks for another preparation when it should change. */
@PluginInfo(id = "io.arioso.test.swapping", name = "Swapping", vendor = "Arioso Tests", version = "1.0.0",
    category = PluginCategory.UTILITY, description = "Restarts for another factor.")
public final class Swapping extends AudioEffect {
    private final FloatParameter factor = parameter(FloatParameter.of("factor", "Factor", Unit.NONE, 0, 1, 1));
    private final Meter playing = meter("playing", "Factor that plays", Unit.NONE);
    private final Meter closed = meter("closed", "Processors closed", Unit.PERCENT);
    private int closedSoFar;

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new Processor(setup, setup.live(factor), factor.plain());
    }

    private final class Processor implements AudioProcessor {
        private final ProcessSetup setup;
        private final LiveValue wanted;
        private final double fixed;

        Processor(ProcessSetup setup, LiveValue wanted, double fixed) {
            this.setup = setup;
            this.wanted = wanted;
            this.fixed = fixed;
        }

        @Override
        public void process(ProcessContext context) {
            if (wanted.changed() && wanted.plain() != fixed) setup.host().requestRestart();
            AudioBuffer audio = context.audio();
            for (int channel = 0; channel < audio.channels(); channel++)
                for (int frame = 0; frame < audio.frames(); frame++) audio.channel(channel)[frame] *= (float) fixed;
            playing.publish(fixed);
        }

        @Override
        public void close() {
            closed.publish(++closedSoFar);
        }
    }
}
