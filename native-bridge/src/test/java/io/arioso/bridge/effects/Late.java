package io.arioso.bridge.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Unit;
import java.util.Arrays;

/** Delays by as many frames as its parameter says and reports them as latency; asks for a restart when it changes. */
@PluginInfo(id = "io.arioso.test.late", name = "Late", vendor = "Arioso Tests", version = "1.0.0",
    category = PluginCategory.DELAY, description = "Has the latency that its parameter names.")
public final class Late extends AudioEffect {
    private final IntParameter latency = parameter(new IntParameter("latency", "Latency", Unit.NONE, 0, 4096, 64));

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new Processor(latency.value(), setup, setup.live(latency));
    }

    private static final class Processor implements AudioProcessor {
        private final int frames;
        private final ProcessSetup setup;
        private final LiveValue wanted;
        private final float[][] line;
        private int position;

        Processor(int frames, ProcessSetup setup, LiveValue wanted) {
            this.frames = frames;
            this.setup = setup;
            this.wanted = wanted;
            line = new float[setup.layout().channels()][Math.max(1, frames)];
        }

        @Override
        public void process(ProcessContext context) {
            if (wanted.index() != frames && wanted.changed()) setup.host().requestRestart();
            if (frames == 0) return;
            AudioBuffer audio = context.audio();
            for (int frame = 0; frame < audio.frames(); frame++) {
                for (int channel = 0; channel < audio.channels(); channel++) {
                    float in = audio.channel(channel)[frame];
                    audio.channel(channel)[frame] = line[channel][position];
                    line[channel][position] = in;
                }
                position = (position + 1) % frames;
            }
        }

        @Override
        public void reset() {
            for (float[] channel : line) Arrays.fill(channel, 0);
            position = 0;
        }

        @Override
        public int latencyFrames() {
            return frames;
        }
    }
}
