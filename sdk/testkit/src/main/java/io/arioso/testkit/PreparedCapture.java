package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.ParameterSet;
import io.arioso.sdk.state.PluginState;
import java.util.Optional;

/** Stands between a runner and a plug-in and keeps the processor that was prepared, so that tests can ask it. */
final class PreparedCapture implements AudioPlugin {
    private final AudioPlugin plugin;
    private AudioProcessor processor;

    PreparedCapture(AudioPlugin plugin) {
        this.plugin = plugin;
    }

    AudioPlugin plugin() {
        return plugin;
    }

    AudioProcessor processor() {
        return processor;
    }

    @Override
    public ParameterSet parameters() {
        return plugin.parameters();
    }

    @Override
    public Optional<FloatParameter> mix() {
        return plugin.mix();
    }

    @Override
    public Optional<BoolParameter> delta() {
        return plugin.delta();
    }

    @Override
    public boolean supports(BusLayout layout) {
        return plugin.supports(layout);
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        processor = plugin.prepare(setup);
        return processor;
    }

    @Override
    public PluginState save() {
        return plugin.save();
    }

    @Override
    public void load(PluginState state) {
        plugin.load(state);
    }
}
