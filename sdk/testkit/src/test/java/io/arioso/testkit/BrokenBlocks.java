package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;

/** Plug-ins with one flaw each: they mistake what a block may hold, or what it may cost. */
final class BrokenBlocks {
    private BrokenBlocks() {
    }

    /** X7, V23: a power that overflows makes infinity, which the runner hides. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Overflows extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++)
                        samples[frame] += samples[frame] * samples[frame] * samples[frame] * samples[frame]
                            * samples[frame] * samples[frame] * samples[frame] * 1e-14f;
                }
            };
        }
    }

    /** X9, V58: every block leaves something for the collector. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Allocates extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private Object kept;

                @Override
                void spoil(ProcessContext context) {
                    kept = new int[] {context.frames()};
                }

                @Override
                public String toString() {
                    return "kept " + kept;
                }
            };
        }
    }

    /** V10: it says that it supports mono and looks for a right channel. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class StereoInMono extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    context.audio().channel(1)[0] *= 1;
                }
            };
        }
    }

    /** V13: it takes the length of the array for the length of the block. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class WritesBehindTheBlock extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    if (samples.length > frames) samples[samples.length - 1] = 0.5f;
                }
            };
        }
    }

    /** V20: nothing behind frame 4096 of a block is processed. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class FixedBuffer extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 4096; frame < frames; frame++) samples[frame] = 0;
                }
            };
        }
    }

    /** V23: a denormal sample becomes infinite. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class DividesByTiny extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(int channel, float[] samples, int frames) {
                    for (int frame = 0; frame < frames; frame++)
                        if (samples[frame] != 0 && Math.abs(samples[frame]) < 1e-39f)
                            samples[frame] = 1 / samples[frame] / samples[frame];
                }
            };
        }
    }
}
