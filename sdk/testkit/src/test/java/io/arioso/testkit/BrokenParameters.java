package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Skew;

/** Plug-ins with one flaw each: their parameters lie or stumble. */
final class BrokenParameters {
    private BrokenParameters() {
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
        private final ChoiceParameter<Localized> choice =
            parameter(new ChoiceParameter<>("choice", "Choice", Localized.HALF));
    }

    /** V35: the knob is quadratic one way and linear the other. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class OneWayKnob extends Sound {
        private final FloatParameter crooked =
            parameter(FloatParameter.percent("crooked", "Crooked", 0, 100, 0).skew(new Skew() {
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
}
