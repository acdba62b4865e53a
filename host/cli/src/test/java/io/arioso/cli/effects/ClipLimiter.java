package io.arioso.cli.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;

/** Stands in for the limiter: delays by 64 frames and cuts off at the ceiling. */
@PluginInfo(id = "io.arioso.limiter", name = "Test limiter", vendor = "Arioso", version = "1.0.0",
    category = PluginCategory.LIMITER, description = "A limiter for tests")
public final class ClipLimiter extends AudioEffect {
    private static final int DELAY = 64;

    private final FloatParameter gain = parameter(FloatParameter.decibels("gain", "Gain", -24, 48, 0));
    private final FloatParameter ceiling = parameter(
        FloatParameter.of("ceiling", "Ceiling", Unit.DECIBELS_TRUE_PEAK, -12, 0, -1));

    /** Makes an instance. */
    public ClipLimiter() {
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        Smoother input = setup.smooth(gain, Decibels::toGain);
        Smoother limit = setup.smooth(ceiling, Decibels::toGain);
        float[][] delay = new float[setup.layout().channels()][DELAY];
        return new AudioProcessor() {
            private int at;

            @Override
            public void process(ProcessContext context) {
                AudioBuffer audio = context.audio();
                for (int frame = 0; frame < audio.frames(); frame++) {
                    float factor = input.next();
                    float bound = limit.next();
                    for (int channel = 0; channel < audio.channels(); channel++) {
                        float[] samples = audio.channel(channel);
                        float delayed = delay[channel][at];
                        delay[channel][at] = Math.max(-bound, Math.min(bound, factor * samples[frame]));
                        samples[frame] = delayed;
                    }
                    at = (at + 1) % DELAY;
                }
            }

            @Override
            public int latencyFrames() {
                return DELAY;
            }
        };
    }
}
