package io.arioso.benchmark;

import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.host.engine.Engine;
import io.arioso.host.graph.Graph;
import io.arioso.host.graph.GraphCompiler;
import io.arioso.host.graph.PlanException;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.List;

/** Everything that is measured, at 48 kHz stereo, live. */
final class Subjects {
    private Subjects() {
    }

    /** One effect as every host runs it: through its runner, guards included. */
    static Subject effect(AudioPlugin plugin, int block) {
        ProcessorRunner runner = new ProcessorRunner(plugin, settings(block));
        TransportState transport = new TransportState();
        return (audio, frames) -> runner.process(audio, frames, EventList.NONE, transport);
    }

    /** One effect whose parameters move every 64 frames. */
    static Subject automated(AudioPlugin plugin, int block, Movement movement) {
        ProcessorRunner runner = new ProcessorRunner(plugin, settings(block));
        TransportState transport = new TransportState();
        MovingParameters moving = new MovingParameters(plugin, movement);
        return (audio, frames) -> runner.process(audio, frames, moving.events(frames), transport);
    }

    /** Effects in a row, through the engine. */
    static Subject chain(List<AudioPlugin> plugins, int block) {
        try {
            Engine engine =
                new Engine(Programme.SAMPLE_RATE, GraphCompiler.compile(Graph.chain(plugins), settings(block)));
            return (audio, frames) -> engine.process(audio, audio, frames);
        } catch (PlanException failure) {
            throw new IllegalArgumentException("chain: cannot be prepared", failure);
        }
    }

    /** The loudness meter alone. */
    static Subject loudness() {
        LoudnessMeter meter = new LoudnessMeter(Programme.SAMPLE_RATE, 2);
        return (audio, frames) -> meter.process(audio, 0, frames);
    }

    /** Loudness, true peak, statistics and correlation: what {@code arioso analyze} measures. */
    static Subject programmeMeter() {
        ProgrammeMeter meter = new ProgrammeMeter(Programme.SAMPLE_RATE, 2);
        return (audio, frames) -> meter.process(audio, 0, frames);
    }

    private static RunnerSettings settings(int block) {
        return RunnerSettings.of(Programme.SAMPLE_RATE, block, BusLayout.STEREO);
    }
}
