package io.arioso.editor;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Unit;

/** Effects that make no sound but have parameters like real ones. */
public final class TestEffects {
    private TestEffects() {
    }

    /** Every kind of parameter, grouped and not. */
    @PluginInfo(id = "test.kinds", name = "Kinds", vendor = "Test", version = "1.2.3")
    public static final class Kinds extends AudioEffect {
        /** Linear. */
        public final FloatParameter gain = parameter(FloatParameter.decibels("gain", "Gain", -24, 24, 0));
        /** Logarithmic. */
        public final FloatParameter freq = parameter(FloatParameter.hertz("freq", "Frequency", 20, 20_000, 1000));
        /** Whole. */
        public final IntParameter steps = parameter(new IntParameter("steps", "Steps", Unit.NONE, 1, 16, 4));
        /** A switch. */
        public final BoolParameter soft = parameter(new BoolParameter("soft", "Soft", false));
        /** Few short choices. */
        public final ChoiceParameter<Side> side = parameter(new ChoiceParameter<>("side", "Side", Side.BOTH));
        /** Many choices. */
        public final ChoiceParameter<Note> note = parameter(new ChoiceParameter<>("note", "Note", Note.HALF));
        /** Shown on a bar. */
        public final Meter reduction = meter("gain_reduction", "Gain reduction", Unit.DECIBELS);

        /** Declares. */
        public Kinds() {
            mixParameter(100);
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }

    /** Few and short. */
    public enum Side {
        /** First. */
        LEFT,
        /** Second. */
        BOTH,
        /** Third. */
        RIGHT
    }

    /** More than fit beside each other. */
    public enum Note {
        /** 1. */
        WHOLE,
        /** 2. */
        HALF,
        /** 4. */
        QUARTER,
        /** 8. */
        EIGHTH,
        /** 16. */
        SIXTEENTH
    }

    /** Shaped like an equalizer: eight bands of six parameters in two groups each, and what belongs to all. */
    @PluginInfo(id = "test.bands", name = "Eight Bands", vendor = "Test", version = "1.0.0")
    public static final class Bands extends AudioEffect {
        /** Declares. */
        public Bands() {
            for (int number = 1; number <= 8; number++) band("band" + number + "_", "Band " + number);
            parameter(new ChoiceParameter<>("phase", "Phase", Side.LEFT).group("Phase"));
            parameter(FloatParameter.percent("gain_scale", "Gain scale", -100, 200, 100).group("Phase"));
            parameter(new BoolParameter("duck_on", "Ducking", false).group("Ducking"));
            parameter(FloatParameter.decibels("duck_threshold", "Duck threshold", -60, 0, -30).group("Ducking"));
            parameter(FloatParameter.decibels("duck_amount", "Duck amount", 0, 40, 8).group("Ducking"));
            parameter(FloatParameter.milliseconds("duck_release_ms", "Duck release", 10, 2000, 300).group("Ducking"));
            parameter(new BoolParameter("sc_listen", "Listen to the key", false).group("Key"));
            parameter(FloatParameter.of("wet_right", "Right or side wet", Unit.PERCENT, 0, 100, 100).group("Key"));
            parameter(FloatParameter.decibels("output", "Output", -36, 36, 0).group("Output"));
            mixParameter(100);
            deltaParameter();
            meter("gain_reduction", "Gain reduction", Unit.DECIBELS).publish(4.5);
            meter("level_in", "Peak in", Unit.DECIBELS).publish(-12);
            meter("true_peak_out", "True peak out", Unit.DECIBELS_TRUE_PEAK).publish(1.5);
            meter("loudness_out", "Integrated loudness out", Unit.LUFS).publish(-18);
            meter("correlation_out", "Correlation out", Unit.NONE).publish(-0.4);
        }

        private void band(String id, String group) {
            parameter(new BoolParameter(id + "on", group + " on", false).group(group));
            parameter(new ChoiceParameter<>(id + "type", group + " type", Note.HALF).group(group));
            parameter(FloatParameter.hertz(id + "freq", group + " frequency", 20, 20_000, 1000).group(group));
            parameter(FloatParameter.decibels(id + "gain", group + " gain", -36, 36, 0).group(group));
            parameter(new BoolParameter(id + "dyn_on", group + " dynamics", false).group(group + " dynamics"));
            parameter(FloatParameter.decibels(id + "dyn_threshold", group + " threshold", -80, 0, -30)
                .group(group + " dynamics"));
            meter(id + "dyn_gain", group + " dynamic gain", Unit.DECIBELS);
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }
}
