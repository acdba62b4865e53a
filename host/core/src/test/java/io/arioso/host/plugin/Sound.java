package io.arioso.host.plugin;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;

import io.arioso.sdk.event.EventList;

/** Sends one block through an instance, for tests that only want to know which code answers. */
final class Sound {
    private Sound() {
    }

    /** The effect's answer to a block of ones. */
    static float of(PluginInstance instance) {
        float[][] audio = {{1, 1, 1, 1}};
        AudioPlugin plugin = instance.plugin();
        try (ProcessorRunner runner = new ProcessorRunner(plugin, RunnerSettings.of(48_000, 64, BusLayout.MONO))) {
            runner.process(audio, 4, EventList.NONE, new TransportState());
            if (!runner.faults().isEmpty()) throw new AssertionError(runner.faults());
        }
        return audio[0][3];
    }
}
