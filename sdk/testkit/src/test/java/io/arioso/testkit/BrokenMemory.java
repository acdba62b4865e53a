package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import java.util.Arrays;

/** Plug-ins with one flaw each: they remember too much, too little or for too long. */
final class BrokenMemory {
    private BrokenMemory() {
    }

    /** X6: a fading tail runs through the denormal numbers. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class DenormalTail extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[] state = new float[256];

                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        state[channel] = 0.999f * state[channel] + samples[frame];
                        samples[frame] += 1e-9f * state[channel];
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(state, 0);
                }
            };
        }
    }

    /** X6: a state that nobody hears gets stuck at a denormal number. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class DenormalState extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[] state = new float[256];

                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        state[channel] = 0.99f * state[channel] + samples[frame];
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(state, 0);
                }
            };
        }
    }

    /** X7: it mutes itself at a loud sample and reset() does not help. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class StaysMuted extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private boolean muted;

                @Override
                void spoil(ProcessContext context) {
                    for (int channel = 0; channel < context.audio().channels(); channel++)
                        for (int frame = 0; frame < context.frames(); frame++)
                            muted |= Math.abs(context.audio().channel(channel)[frame]) > 1e5f;
                    if (muted) multiply(context, 0);
                }
            };
        }
    }

    /** X10, V51: all instances share a delay. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SharedState extends Sound {
        private static final float[] SHARED = new float[256];

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Arrays.fill(SHARED, 0);
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        float previous = SHARED[channel];
                        SHARED[channel] = samples[frame];
                        samples[frame] += 1e-4f * previous;
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(SHARED, 0);
                }

                @Override
                public long tailFrames() {
                    return 1;
                }
            };
        }
    }

    /** V51: the processors of one instance share a delay. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class StateInTheInstance extends Sound {
        private final float[] shared = new float[256];

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Arrays.fill(shared, 0);
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        float previous = shared[channel];
                        shared[channel] = samples[frame];
                        samples[frame] += 1e-4f * previous;
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(shared, 0);
                }

                @Override
                public long tailFrames() {
                    return 1;
                }
            };
        }
    }

    /** X7, X10: reset() forgets to forget. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class DoesNotReset extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[] state = new float[256];

                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++) {
                        float previous = state[channel];
                        state[channel] = samples[frame];
                        samples[frame] += 1e-4f * previous;
                    }
                }

                @Override
                public long tailFrames() {
                    return 1;
                }
            };
        }
    }

    /** V31: with a knob turned up, what is inside grows by itself. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Grows extends Sound {
        private final BoolParameter growing = parameter(new BoolParameter("growing", "Growing", false));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private final float[] state = new float[256];

                @Override
                void spoil(int channel, float[] samples, int frames) {
                    if (!growing.on()) return;
                    for (int frame = 0; frame < frames; frame++) {
                        if (state[channel] == 0) state[channel] = 1e-3f * samples[frame];
                        state[channel] *= 1.00006f;
                        samples[frame] += state[channel];
                    }
                }

                @Override
                public void reset() {
                    Arrays.fill(state, 0);
                }
            };
        }
    }
}
