package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;

/** Plug-ins with one flaw each: their state is not what it should be. */
final class BrokenState {
    private BrokenState() {
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
}
