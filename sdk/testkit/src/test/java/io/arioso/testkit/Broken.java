package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Plug-ins with one flaw each: what the rules must find. */
final class Broken {
    private Broken() {
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

    /** X8: the gain jumps. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class Unsmoothed extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            LiveValue gain = setup.live(gainDb);
            return context -> multiply(context, (float) Decibels.toGain(gain.plain()));
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

    /** V1: nothing says who it is. */
    public static final class Anonymous extends Sound {
    }

    /** V2: no host can make one. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class HiddenConstructor extends Sound {
        HiddenConstructor() {
        }
    }

    /** V7: more than 50 living instances are too many. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class AtMostFifty extends Sound {
        private static final AtomicInteger LIVING = new AtomicInteger();

        /** Counts. */
        public AtMostFifty() {
            if (LIVING.incrementAndGet() <= 50) return;
            LIVING.decrementAndGet();
            throw new IllegalStateException("instances: 51 is above 50");
        }

        @Override
        public void close() {
            LIVING.decrementAndGet();
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

    /** V16: an odd rate is a crash instead of a refusal. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class OnlyUsualRates extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            if (setup.sampleRate() < 8000) throw new IllegalStateException();
            return super.prepare(setup);
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
                        if (samples[frame] != 0 && Math.abs(samples[frame]) < 1e-39f) samples[frame] = 1 / samples[frame] / samples[frame];
                }
            };
        }
    }

    /** V30: a knob reaches 40 dB. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class TooLoud extends Sound {
        private final FloatParameter more = parameter(FloatParameter.decibels("more", "More", 0, 40, 0));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Smoother factor = setup.smooth(more, Decibels::toGain);
            return context -> {
                for (int frame = 0; frame < context.frames(); frame++) {
                    float now = factor.next();
                    for (int channel = 0; channel < context.audio().channels(); channel++)
                        context.audio().channel(channel)[frame] *= now;
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

    /** V32: two knobs are called Gain. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class TwoOfOneName extends Sound {
        private final FloatParameter second = parameter(FloatParameter.decibels("second", "Gain", -1, 1, 0));
    }

    /** Choices that read alike. */
    enum Alike {
        FIRST, SECOND;

        @Override
        public String toString() {
            return "the same";
        }
    }

    /** Choices that read differently where another language is spoken. */
    enum Localized {
        HALF(0.5), WHOLE(1.0);

        private final double size;

        Localized(double size) {
            this.size = size;
        }

        @Override
        public String toString() {
            return String.format("%.1f", size);
        }
    }

    /** V34: two choices read alike. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class ChoicesAlike extends Sound {
        private final ChoiceParameter<Alike> choice = parameter(new ChoiceParameter<>("choice", "Choice", Alike.FIRST));
    }

    /** V48: a choice reads as 0,5 in German. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SpeaksTheLanguage extends Sound {
        private final ChoiceParameter<Localized> choice = parameter(new ChoiceParameter<>("choice", "Choice", Localized.HALF));
    }

    /** V35: the knob is quadratic one way and linear the other. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class OneWayKnob extends Sound {
        private final FloatParameter crooked = parameter(FloatParameter.percent("crooked", "Crooked", 0, 100, 0).skew(new Skew() {
            @Override
            public double toPlain(double normalized, double minimum, double maximum) {
                return minimum + normalized * normalized * (maximum - minimum);
            }

            @Override
            public double toNormalized(double plain, double minimum, double maximum) {
                return (plain - minimum) / (maximum - minimum);
            }
        }));
    }

    /** V37: a new instance does not stand at its defaults. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class StartsElsewhere extends Sound {
        /** Moves the gain. */
        public StartsElsewhere() {
            gainDb.set(3);
        }
    }

    /** V39: its memory holds 6,000 events for half a second. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class TiresOfEvents extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private int events;
                private int frames;

                @Override
                void spoil(ProcessContext context) {
                    events += context.events().size();
                    frames += context.frames();
                    if (events > 6000) throw new IllegalStateException("events: " + events + " is above 6000");
                    if (frames < 24_000) return;
                    frames = 0;
                    events = 0;
                }
            };
        }
    }

    /** V40: with every knob at its end it divides by zero. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class FearsTheCorner extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    if (gainDb.plain() == gainDb.maximum() && parameters().get("bypass").plain() == 1)
                        multiply(context, Float.NaN);
                }
            };
        }
    }

    /** V41: it relies on a parameter staying put during a block. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class ReadsTwice extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                private double before;

                @Override
                void spoil(ProcessContext context) {
                    before = gainDb.plain();
                    for (int again = 0; again < 10; again++) Thread.yield();
                    if (gainDb.plain() != before) throw new IllegalStateException("gain: it moved");
                }
            };
        }
    }

    /** V44, V45: the state lacks a parameter. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class ForgetsTheGain extends Sound {
        @Override
        public PluginState save() {
            return super.save().toBuilder().remove("gain").build();
        }
    }

    /** V45: loading changes more than the parameters. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SoundsDifferentOnceLoaded extends Sound {
        private boolean loaded;

        @Override
        public void load(PluginState state) {
            super.load(state);
            loaded = true;
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    if (loaded) multiply(context, 0.5f);
                }
            };
        }
    }

    /** V46: a measured value is kept where settings belong. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class MeasuresIntoAParameter extends Sound {
        private final FloatParameter level =
            parameter(FloatParameter.of("level", "Level", Unit.NONE, 0, 10, 0).notAutomatable());

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return new Gain(setup) {
                @Override
                void spoil(ProcessContext context) {
                    level.set(Math.min(10, Math.abs(context.audio().channel(0)[0])));
                }
            };
        }
    }

    /** V47: a state is applied value by value until one is refused. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class LoadsHalf extends Sound {
        private final FloatParameter trim = parameter(FloatParameter.decibels("trim", "Trim", -100, 100, 0));

        @Override
        public void load(PluginState state) {
            for (Parameter parameter : parameters()) {
                StateValue value = state.values().get(parameter.id());
                parameter.set(value == null ? parameter.defaultPlain() : parameter.restore(value));
            }
        }
    }

    /** V49: a value that it does not know is an error. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class FearsTheFuture extends Sound {
        @Override
        public void load(PluginState state) {
            for (String id : state.values().keySet()) parameters().get(id);
            super.load(state);
        }
    }

    /** V50: the 60th preparation fails. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class WearsOut extends Sound {
        private int prepared;

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            if (++prepared == 60) throw new IllegalStateException("preparations: 60 is above 59");
            return super.prepare(setup);
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

    /** V69: a thread goes on after close. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class LeavesAThread extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(3000);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }, "left behind");
            thread.setDaemon(true);
            thread.start();
            return super.prepare(setup);
        }
    }

    /** V71: a system property changes with every preparation. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SetsAProperty extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            System.setProperty("com.example.broken", Integer.toString(Integer.getInteger("com.example.broken", 0) + 1));
            return super.prepare(setup);
        }
    }
}
