package io.arioso.host.graph;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import java.util.function.Consumer;

/** Small effects that tests of graph, engine and renderer chain. */
public final class TestEffects {
    private TestEffects() {
    }

    /** A gain in decibels, smoothed. */
    public static final class Gain extends AudioEffect {
        public final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Smoother gain = setup.smooth(gainDb, Decibels::toGain);
            return context -> {
                for (int frame = 0; frame < context.frames(); frame++) {
                    float factor = gain.next();
                    for (int channel = 0; channel < context.audio().channels(); channel++)
                        context.audio().channel(channel)[frame] *= factor;
                }
            };
        }
    }

    /** Delays by a number of frames and says so. */
    public static final class Late extends AudioEffect {
        private final int frames;
        public long tail;
        public int closed;

        public Late(int frames) {
            this(frames, frames);
        }

        public Late(int frames, long tail) {
            this.frames = frames;
            this.tail = tail;
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            float[][] lines = new float[setup.layout().channels()][frames];
            return new AudioProcessor() {
                private int at;

                @Override
                public void process(ProcessContext context) {
                    for (int frame = 0; frame < context.frames() && frames > 0; frame++, at = (at + 1) % frames)
                        for (int channel = 0; channel < lines.length; channel++) {
                            float[] audio = context.audio().channel(channel);
                            float old = lines[channel][at];
                            lines[channel][at] = audio[frame];
                            audio[frame] = old;
                        }
                }

                @Override
                public void reset() {
                    for (float[] line : lines) java.util.Arrays.fill(line, 0);
                    at = 0;
                }

                @Override
                public int latencyFrames() {
                    return frames;
                }

                @Override
                public long tailFrames() {
                    return tail;
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }

    /** Adds its side-chain to the main bus. */
    public static final class AddSidechain extends AudioEffect {
        @Override
        public boolean supports(BusLayout layout) {
            return true;
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> {
                for (int channel = 0; channel < context.sidechain().channels(); channel++)
                    for (int frame = 0; frame < context.frames(); frame++)
                        context.audio().channel(channel)[frame] += context.sidechain().channel(channel)[frame];
            };
        }
    }

    /** Does to each block what a test says. */
    public static final class Custom extends AudioEffect {
        private final Consumer<ProcessContext> process;

        public Custom(Consumer<ProcessContext> process) {
            this.process = process;
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return process::accept;
        }
    }

    /** A limiter without finesse: a gain, and a hard edge at a ceiling. */
    @io.arioso.sdk.PluginInfo(id = "test.clip", name = "Clip", vendor = "Test", version = "1.0.0",
        category = io.arioso.sdk.PluginCategory.LIMITER)
    public static final class Clip extends AudioEffect {
        public final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -24, 48, 0));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Smoother gain = setup.smooth(gainDb, Decibels::toGain);
            return context -> {
                for (int frame = 0; frame < context.frames(); frame++) {
                    float factor = gain.next();
                    for (int channel = 0; channel < context.audio().channels(); channel++) {
                        float[] audio = context.audio().channel(channel);
                        audio[frame] = Math.max(-0.5f, Math.min(0.5f, audio[frame] * factor));
                    }
                }
            };
        }
    }
}
