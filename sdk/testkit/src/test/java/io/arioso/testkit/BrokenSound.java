package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import java.util.Arrays;

/** Plug-ins with one flaw each: the sound is wrong. */
final class BrokenSound {
    private BrokenSound() {
    }

    /** X1: the gain depends on how many blocks there were. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class LouderEachBlock extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private int calls;

                @Override
                void spoil(ProcessContext context) {
                    multiply(context, 1 + 1e-5f * ++calls);
                }

                @Override
                public void reset() {
                    calls = 0;
                }
            };
        }
    }

    /** X2: it does not stand being bypassed. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SwitchesItsBypassOff extends Sound {
        private final Parameter bypass = parameters().get("bypass");

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    bypass.set(0);
                    multiply(context, 0.5f);
                }
            };
        }
    }

    /** X3: neutral is a ten-millionth too loud. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class NotQuiteUnity extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    multiply(context, 1.00001f);
                }
            };
        }
    }

    /** X4: it declares a latency that it has not. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class DeclaresLatency extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                public int latencyFrames() {
                    return 10;
                }
            };
        }
    }

    /** X4: its latency follows a parameter. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class MovingLatency extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                public int latencyFrames() {
                    return gainDb.plain() > 0 ? 64 : 0;
                }
            };
        }
    }

    /** X5: the filter does not know the rate. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SameFilterAtEveryRate extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[] state = new float[256];

                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        state[channel] += 0.5f * (samples[frame] - state[channel]);
                        if (Math.abs(state[channel]) < 1e-30f) state[channel] = 0;
                        samples[frame] = state[channel];
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(state, 0);
                }

                @Override
                public long tailFrames() {
                    return 100;
                }
            };
        }
    }

    /** X8: the gain jumps. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Unsmoothed extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            LiveValue gain = setup.live(gainDb);
            return context -> multiply(context, (float) Decibels.toGain(gain.plain()));
        }
    }

    /** X11: the right channel is quieter. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Lopsided extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    if (context.audio().channels() < 2) return;
                    for (int frame = 0; frame < context.frames(); frame++) context.audio().channel(1)[frame] *= 0.9f;
                }
            };
        }
    }

    /** V30: a knob reaches 40 dB. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class TooLoud extends Sound {
        private final FloatParameter more = parameter(FloatParameter.percent("more", "More", 100, 1e7, 100));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Smoother factor = setup.smooth(more, percent -> percent / 100);
            return context -> {
                for (int frame = 0; frame < context.frames(); frame++) {
                    float now = factor.next();
                    for (int channel = 0; channel < context.audio().channels(); channel++)
                        context.audio().channel(channel)[frame] *= now;
                }
            };
        }
    }

    /** V56: an echo after half a second, and no declared tail. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class HidesItsTail extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[][] line = new float[setup.layout().channels()][24_000];
                private int at;

                @Override
                void spoil(ProcessContext context) {
                    for (int frame = 0; frame < context.frames(); frame++) {
                        for (int channel = 0; channel < context.audio().channels(); channel++) {
                            float[] samples = context.audio().channel(channel);
                            float echo = line[channel][at];
                            line[channel][at] = samples[frame];
                            samples[frame] += 1e-4f * echo;
                        }
                        at = (at + 1) % 24_000;
                    }
                }

                @Override
                public void reset() {
                    for (float[] channel : line) Arrays.fill(channel, 0);
                    at = 0;
                }
            };
        }
    }
}
