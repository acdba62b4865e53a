package io.arioso.bridge.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import java.util.Arrays;

/** Has a parameter of every kind, a meter, a side-chain and an older version's state; every last bit is heard. */
@PluginInfo(id = "io.arioso.test.probe", name = "Probe", vendor = "Arioso Tests", version = "2.0.0",
    category = PluginCategory.OTHER, description = "Has a bit of everything.")
public final class Probe extends AudioEffect {
    private final FloatParameter gainDb =
        parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0).group("Level"));
    private final FloatParameter cutoffHz = parameter(FloatParameter.hertz("cutoff", "Cutoff", 20, 20_000, 1000));
    private final FloatParameter holdMs = parameter(FloatParameter.milliseconds("hold", "Hold", 0, 500, 100));
    private final ChoiceParameter<Sign> sign = parameter(new ChoiceParameter<>("sign", "Sign", Sign.AS_IS));
    private final IntParameter repeats = parameter(new IntParameter("repeats", "Repeats", Unit.NONE, 1, 12, 3));
    private final BoolParameter keyed = parameter(new BoolParameter("keyed", "Keyed", false));
    private final FloatParameter depth =
        parameter(FloatParameter.percent("depth", "Depth", 0, 100, 50).step(0.5));
    private final Meter level = meter("level", "Level", Unit.DECIBELS);

    /** What is done to the sign. */
    public enum Sign {
        /** Nothing. */
        AS_IS,
        /** It is turned. */
        TURNED
    }

    @Override
    public boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && layout.sidechainChannels() <= 2;
    }

    @Override
    public PluginState migrate(PluginState state) {
        if (!state.version().startsWith("1.") || !state.values().containsKey("volume")) return state;
        return state.toBuilder().value("gain", state.values().get("volume")).remove("volume").build();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new Processor(this, setup);
    }

    private static final class Processor implements AudioProcessor {
        private final Smoother gain;
        private final LiveValue cutoffHz;
        private final LiveValue holdMs;
        private final LiveValue sign;
        private final LiveValue repeats;
        private final LiveValue keyed;
        private final LiveValue depth;
        private final Meter level;
        private final double sampleRate;
        private final double[] state;

        Processor(Probe probe, ProcessSetup setup) {
            gain = setup.smooth(probe.gainDb, Decibels::toGain);
            cutoffHz = setup.live(probe.cutoffHz);
            holdMs = setup.live(probe.holdMs);
            sign = setup.live(probe.sign);
            repeats = setup.live(probe.repeats);
            keyed = setup.live(probe.keyed);
            depth = setup.live(probe.depth);
            level = probe.level;
            sampleRate = setup.sampleRate();
            state = new double[setup.layout().channels()];
        }

        @Override
        public void process(ProcessContext context) {
            AudioBuffer audio = context.audio();
            AudioBuffer key = context.sidechain();
            double coefficient = cutoffHz.plain() / sampleRate;
            double offset = holdMs.plain() * 1e-6 + repeats.index() * 1e-4 + depth.plain() * 1e-5;
            double factor = sign.index() == 1 ? -1 : 1;
            double peak = 0;
            for (int frame = 0; frame < audio.frames(); frame++) {
                double now = gain.next() * factor;
                for (int channel = 0; channel < audio.channels(); channel++) {
                    double in = audio.channel(channel)[frame];
                    if (keyed.on() && channel < key.channels()) in += key.channel(channel)[frame];
                    state[channel] += coefficient * (in * now + offset - state[channel]);
                    audio.channel(channel)[frame] = (float) state[channel];
                    peak = Math.max(peak, Math.abs(state[channel]));
                }
            }
            level.publish(Decibels.fromGain(peak));
        }

        @Override
        public void reset() {
            Arrays.fill(state, 0);
        }

        @Override
        public long tailFrames() {
            return (long) (holdMs.plain() * 48);
        }
    }
}
