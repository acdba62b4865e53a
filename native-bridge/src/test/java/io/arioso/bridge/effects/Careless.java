package io.arioso.bridge.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;

/** Takes half of a state over before it finds that it cannot take the rest. */
@PluginInfo(id = "io.arioso.test.careless", name = "Careless", vendor = "Arioso Tests", version = "1.0.0",
    category = PluginCategory.UTILITY, description = "Breaks the rule that loading is all or nothing.")
public final class Careless extends AudioEffect {
    private final FloatParameter first = parameter(FloatParameter.percent("first", "First", 0, 100, 1));
    private final FloatParameter second = parameter(FloatParameter.percent("second", "Second", 0, 100, 2));

    @Override
    public void load(PluginState state) {
        first.set(number(state, "first"));
        second.set(number(state, "second"));
    }

    private static double number(PluginState state, String id) {
        return ((StateValue.Number) state.values().get(id)).value();
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
